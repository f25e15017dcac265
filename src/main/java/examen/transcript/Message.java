package examen.transcript;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a transcript.
 *
 * @param index its place among all messages of the transcript, branches included, from 0
 * @param speaker who speaks, where the role does not say it (an auditor, a sub-agent)
 * @param metadata what the source says of this message beyond that
 */
public record Message(
    int index, Role role, @Nullable String speaker, List<Part> parts, Metadata metadata) {
  public Message {
    parts = List.copyOf(parts);
  }
}
