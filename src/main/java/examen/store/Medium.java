package examen.store;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * On what a project file lies.
 *
 * @param type of the file system, as the system names it, such as {@code ext4}
 * @param readOnly whether nothing can be written there, or not beside the file
 */
record Medium(String type, boolean readOnly) {
  /**
   * File systems on which locks or syncs are not to be relied on, as another machine does them.
   * Those of virtual machines are among them.
   */
  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs3",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "9p",
          "v9fs",
          "drvfs",
          "afp",
          "afpfs",
          "afs",
          "ceph",
          "coda",
          "davfs",
          "davfs2",
          "webdav",
          "webdavfs",
          "ftp",
          "ncpfs",
          "ncp",
          "lustre",
          "beegfs",
          "glusterfs",
          "gfs2",
          "ocfs2",
          "vboxsf",
          "vmhgfs",
          "prl_fs",
          "sshfs",
          "rclone",
          "s3fs",
          "gcsfuse",
          "smbnetfs",
          "curlftpfs",
          "vmhgfs-fuse");

  private static final String FUSE = "fuse.";

  private static final List<String> SYNCED =
      List.of(
          "onedrive",
          "dropbox",
          "icloud",
          "com~apple~clouddocs",
          "mobile documents",
          "google drive",
          "googledrive",
          "nextcloud",
          "owncloud",
          "pclouddrive");

  static Medium of(Path file) {
    try {
      FileStore store = Files.getFileStore(file);
      Path folder = file.toAbsolutePath().getParent();
      boolean writable = Files.isWritable(file) && (folder == null || Files.isWritable(folder));
      // Windows gives a share of the network the type of the disk behind it.
      String type = file.toAbsolutePath().toString().startsWith("\\\\") ? "smb" : store.type();
      return new Medium(type, store.isReadOnly() || !writable);
    } catch (IOException e) {
      throw Reasons.of(file, "the file cannot be reached", e);
    }
  }

  /**
   * @throws StoreException if this is a drive of another machine
   */
  void refuseNetwork(Path file) {
    String name = type.toLowerCase(Locale.ROOT);
    String inner = name.startsWith(FUSE) ? name.substring(FUSE.length()) : name;
    if (NETWORK.contains(inner)) {
      throw Reasons.of(
          file,
          "is on a network drive ("
              + type.replaceAll("[^\\p{Alnum}._-]", "?")
              + "), where work is not safe; copy it to a folder of this machine, and merge it with"
              + " others later");
    }
  }

  /**
   * The service that copies this folder to other machines behind our back, if it looks like one.
   */
  static Optional<String> syncedBy(Path file) {
    for (Path folder = file.toAbsolutePath().getParent();
        folder != null && folder.getFileName() != null;
        folder = folder.getParent()) {
      String name = folder.getFileName().toString();
      String lower = name.toLowerCase(Locale.ROOT);
      if (SYNCED.stream().anyMatch(lower::startsWith)) {
        return Optional.of(Reasons.name(folder));
      }
    }
    return Optional.empty();
  }
}
