package examen.app;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for secrets in all that an answer holds: records, lists, maps, words, its own fields. */
final class Secrets {
  private static final Pattern SECRET = Pattern.compile("canary-[a-z0-9-]+|cacacaca-|decisions@");

  private final SortedSet<String> found = new TreeSet<>();
  private final IdentityHashMap<Object, Boolean> seen = new IdentityHashMap<>();

  private final Pattern pattern;

  private Secrets(Pattern pattern) {
    this.pattern = pattern;
  }

  /** All that are in it, a failure's messages among it. */
  static SortedSet<String> in(@Nullable Object answer) {
    return in(answer, SECRET);
  }

  /** The same of other secrets. */
  static SortedSet<String> in(@Nullable Object answer, Pattern pattern) {
    Secrets secrets = new Secrets(pattern);
    secrets.walk(answer);
    return secrets.found;
  }

  private void walk(@Nullable Object what) {
    if (what == null || seen.put(what, true) != null) {
      return;
    }
    switch (what) {
      case String text -> look(text);
      case Path path -> look(path.getFileName().toString());
      case Optional<?> optional -> optional.ifPresent(this::walk);
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> {
                walk(key);
                walk(value);
              });
      case Iterable<?> all -> all.forEach(this::walk);
      case Object[] all -> Arrays.asList(all).forEach(this::walk);
      case Throwable thrown -> {
        look(String.valueOf(thrown.getMessage()));
        walk(thrown.getCause());
      }
      default -> fields(what);
    }
  }

  /** A door is asked by its own methods; what the JDK made is taken by its words. */
  private void fields(Object what) {
    Class<?> type = what.getClass();
    look(words(what));
    if (what instanceof Enum<?> || !type.getName().startsWith("examen.") || Doors.isDoor(type)) {
      return;
    }
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          walk(value(field, what));
        }
      }
    }
  }

  private static String words(Object what) {
    return what.getClass().getName().startsWith("java.") || what instanceof Record
        ? what.toString()
        : "";
  }

  private static @Nullable Object value(Field field, Object of) {
    try {
      field.setAccessible(true);
      return field.get(of);
    } catch (IllegalAccessException | InaccessibleObjectException e) {
      throw new IllegalStateException(field.toString(), e);
    }
  }

  private void look(String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
  }
}
