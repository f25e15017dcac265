package examen.app;

import examen.rating.MergeAccount;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The full account of a merge.
 *
 * @param dryRun whether it only says what would be taken
 * @param cancelled whether it was stopped; files that were merged before that stay merged
 * @param behind how many things are to be put into the words of the codebook in use now, as they
 *     were said under an earlier version; 0 of a dry run
 */
public record MergeReport(boolean dryRun, boolean cancelled, List<FileReport> files, int behind) {
  public MergeReport {
    files = List.copyOf(files);
  }

  /**
   * What became of one file.
   *
   * @param account null if nothing of it was looked at
   * @param refusal why, in one line; empty if it was
   */
  public record FileReport(String file, @Nullable MergeAccount account, String refusal) {
    /** Whether there is something in the file that was left out. */
    public boolean isShort() {
      return account == null || account.leftOutCount() > 0;
    }
  }

  public long taken() {
    return accounts().stream().mapToLong(MergeAccount::taken).sum();
  }

  /** How many steps were here already. */
  public long there() {
    return accounts().stream().mapToLong(MergeAccount::there).sum();
  }

  public long leftOut() {
    return accounts().stream().mapToLong(MergeAccount::leftOutCount).sum();
  }

  public long conflicts() {
    return accounts().stream().mapToLong(MergeAccount::conflictCount).sum();
  }

  private List<MergeAccount> accounts() {
    return files.stream()
        .map(FileReport::account)
        .flatMap(account -> Stream.ofNullable(account))
        .toList();
  }
}
