package examen.app;

import examen.rating.RaterId;
import examen.transcript.Message;
import examen.transcript.Part;
import examen.transcript.Span;
import examen.transcript.Transcript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query that is answered by going through every text, with none of the program's own means of
 * searching.
 */
sealed interface NaiveQuery {
  String typed();

  boolean holds(Message message, String kind, String text);

  /** The places of what must be there. */
  Set<Span> places(String text);

  /** Whether anything must be there. */
  boolean wants();

  record Words(String words, boolean prefix) implements NaiveQuery {
    @Override
    public String typed() {
      return "\"" + words + "\"" + (prefix ? "*" : "");
    }

    @Override
    public boolean holds(Message message, String kind, String text) {
      return !places(text).isEmpty();
    }

    @Override
    public boolean wants() {
      return true;
    }

    @Override
    public Set<Span> places(String text) {
      List<Span> sought = tokens(words);
      if (sought.isEmpty() || words.codePoints().anyMatch(Character::isIdeographic)) {
        return signs(text);
      }
      List<Span> there = tokens(text);
      Set<Span> places = new TreeSet<>();
      for (int i = 0; i + sought.size() <= there.size(); i++) {
        if (isAt(text, there.subList(i, i + sought.size()), sought)) {
          places.add(new Span(there.get(i).start(), there.get(i + sought.size() - 1).end()));
          i += sought.size() - 1;
        }
      }
      return places;
    }

    private boolean isAt(String text, List<Span> there, List<Span> sought) {
      for (int i = 0; i < sought.size(); i++) {
        String one = folded(there.get(i).of(text));
        String other = folded(sought.get(i).of(words));
        boolean last = prefix && i == sought.size() - 1;
        if (last ? !one.startsWith(other) : !one.equals(other)) {
          return false;
        }
      }
      return true;
    }

    private Set<Span> signs(String text) {
      Set<Span> places = new TreeSet<>();
      String low = text.toLowerCase(Locale.ROOT);
      String sought = words.toLowerCase(Locale.ROOT);
      for (int at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + sought.length())) {
        places.add(new Span(at, at + sought.length()));
      }
      return places;
    }

    /** Letters, digits and, as they came later than the index's letters, some pictures. */
    private static List<Span> tokens(String text) {
      List<Span> tokens = new ArrayList<>();
      int start = -1;
      for (int at = 0; at <= text.length(); ) {
        int c = at < text.length() ? text.codePointAt(at) : ' ';
        boolean in = Character.isLetterOrDigit(c) || c == 0x1f642 || (start >= 0 && c == 0x301);
        if (in && start < 0) {
          start = at;
        } else if (!in && start >= 0) {
          tokens.add(new Span(start, at));
          start = -1;
        }
        at += Character.charCount(c);
      }
      return tokens;
    }

    /** Accents make no difference in Latin letters, but in Greek and Cyrillic ones. */
    private static String folded(String word) {
      StringBuilder folded = new StringBuilder();
      for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
        folded.append(c < 0x250 ? Normalizer.normalize("" + c, Normalizer.Form.NFD).charAt(0) : c);
      }
      return folded.toString().replace('ς', 'σ').replace("\u0301", "");
    }
  }

  record Role(String role) implements NaiveQuery {
    @Override
    public String typed() {
      return "role:" + role;
    }

    @Override
    public boolean holds(Message message, String kind, String text) {
      return message.role().wire().equals(role);
    }

    @Override
    public Set<Span> places(String text) {
      return Set.of();
    }

    @Override
    public boolean wants() {
      return false;
    }
  }

  record Not(NaiveQuery query) implements NaiveQuery {
    @Override
    public String typed() {
      return "NOT (" + query.typed() + ")";
    }

    @Override
    public boolean holds(Message message, String kind, String text) {
      return !query.holds(message, kind, text);
    }

    @Override
    public Set<Span> places(String text) {
      return Set.of();
    }

    @Override
    public boolean wants() {
      return false;
    }
  }

  record Two(NaiveQuery first, boolean both, NaiveQuery second) implements NaiveQuery {
    @Override
    public String typed() {
      return "(" + first.typed() + (both ? " AND " : " OR ") + second.typed() + ")";
    }

    @Override
    public boolean holds(Message message, String kind, String text) {
      boolean one = first.holds(message, kind, text);
      boolean other = second.holds(message, kind, text);
      return both ? one && other : one || other;
    }

    @Override
    public Set<Span> places(String text) {
      Set<Span> all = new TreeSet<>(first.places(text));
      all.addAll(second.places(text));
      return all;
    }

    @Override
    public boolean wants() {
      return both ? first.wants() || second.wants() : first.wants() && second.wants();
    }
  }

  static NaiveQuery random(Random random, int depth) {
    int kind = depth == 0 ? random.nextInt(4) : random.nextInt(9);
    return switch (kind) {
      case 0, 1, 2 -> new Words(SearchProject.words(random), random.nextInt(4) == 0);
      case 3 -> new Role(List.of("user", "assistant").get(random.nextInt(2)));
      case 4 -> new Not(new Words(SearchProject.words(random), false));
      default ->
          new Two(random(random, depth - 1), random.nextBoolean(), random(random, depth - 1));
    };
  }

  /** All places of it that this rater may read. */
  default Set<String> in(Workbench workbench, RaterId rater) {
    Set<String> found = new TreeSet<>();
    for (TranscriptLine line : workbench.transcripts()) {
      Transcript transcript = workbench.transcript(line.id(), rater).orElseThrow();
      for (Message message : transcript.messages()) {
        for (int part = 0; part < message.parts().size(); part++) {
          Part of = message.parts().get(part);
          String text = of.text();
          if (!(of instanceof Part.Unknown) && holds(message, "", text)) {
            for (Span span : places(text)) {
              found.add(
                  line.id() + " " + message.index() + " " + part + " " + span + span.of(text));
            }
          }
        }
      }
    }
    return found;
  }
}
