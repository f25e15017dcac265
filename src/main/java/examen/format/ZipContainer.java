package examen.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A ZIP archive of anything. */
final class ZipContainer implements Container {
  private static final InspectLimits LIMITS =
      new InspectLimits(MemberNames.MOST, Long.MAX_VALUE, InspectLimits.DEFAULT.ratio(), 0);

  private final InspectArchive archive;
  private final MemberNames names = new MemberNames();

  private ZipContainer(InspectArchive archive) {
    this.archive = archive;
  }

  static ZipContainer of(Source source) throws IOException, Malformed {
    InspectArchive archive = new InspectArchive(source.channel(), LIMITS);
    try {
      ZipContainer container = new ZipContainer(archive);
      container.list();
      return container;
    } catch (IOException | Malformed e) {
      archive.close();
      throw e;
    }
  }

  private void list() throws IOException, Malformed {
    archive.listByDirectory();
    for (InspectMember member : archive.members()) {
      if (!member.name().endsWith("/")) {
        names.file(member.name(), member.size());
      }
    }
  }

  @Override
  public Map<String, Long> members() {
    return names.members();
  }

  @Override
  public List<Left> left() {
    return names.left();
  }

  @Override
  public InputStream open(String name) throws IOException {
    InspectMember member =
        archive
            .member(name)
            .or(() -> archive.member("./" + name))
            .orElseThrow(() -> new InspectDamage("it is not in the archive"));
    return archive.open(member);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
