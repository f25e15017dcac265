package examen.transcript;

import java.util.List;

/**
 * One way through the messages of a transcript that forks.
 *
 * @param name what it is called, unique in the transcript
 * @param messages indices of its messages in reading order, shared ones included
 */
public record Branch(String name, List<Integer> messages) {
  public Branch {
    messages = List.copyOf(messages);
  }
}
