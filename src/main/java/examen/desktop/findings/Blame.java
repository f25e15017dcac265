package examen.desktop.findings;

import examen.study.Choice;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the choice that a refusal speaks of, as commands name it. */
final class Blame {
  private static final Pattern OPTION = Pattern.compile("--([a-z][a-z0-9-]*)");

  private Blame() {}

  static Optional<Field> of(String why, List<Field> form) {
    Matcher option = OPTION.matcher(why);
    while (option.find()) {
      String id = option.group(1);
      Optional<Field> field =
          form.stream().filter(each -> each.choice().id().equals(id)).findFirst();
      if (field.isPresent()) {
        return field;
      }
    }
    return Optional.empty();
  }

  /** The same without the sign of a command's option. */
  static String words(String why, Choice choice) {
    String option = "--" + choice.id();
    return sentence(why.replace(option + " ", "").replace(option, choice.title()).strip());
  }

  /** What a report says, with the titles of choices in place of the signs of their options. */
  static String inWindow(String words, List<Choice> choices) {
    return OPTION
        .matcher(words)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    choices.stream()
                        .filter(choice -> choice.id().equals(found.group(1)))
                        .map(choice -> "\u201c" + choice.title() + "\u201d")
                        .findFirst()
                        .orElse(found.group())));
  }

  /** The same beginning with a capital. */
  static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
