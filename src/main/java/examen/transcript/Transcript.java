package examen.transcript;

import java.util.List;
import java.util.Optional;

/**
 * One sample: ordered messages, conditions, and where it came from. Immutable once imported.
 *
 * @param title what people call it: short, from the source's own names
 * @param messages all messages, {@code messages.get(i).index() == i}
 * @param branches the ways through them, the main one first; empty where there is only one way
 */
public record Transcript(
    TranscriptId id,
    String title,
    Provenance provenance,
    Conditions conditions,
    Metadata metadata,
    List<Message> messages,
    List<Branch> branches) {
  public Transcript {
    messages = List.copyOf(messages);
    branches = List.copyOf(branches);
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).index() != i) {
        throw new IllegalArgumentException(
            "message " + i + " says that it is " + messages.get(i).index());
      }
    }
  }

  /** The part at these indices, if there is one. */
  public Optional<Part> part(int message, int part) {
    if (message < 0 || message >= messages.size()) {
      return Optional.empty();
    }
    List<Part> parts = messages.get(message).parts();
    return part < 0 || part >= parts.size() ? Optional.empty() : Optional.of(parts.get(part));
  }

  public Transcript withConditions(Conditions other) {
    return new Transcript(id, title, provenance, other, metadata, messages, branches);
  }
}
