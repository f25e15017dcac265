package examen.app;

import examen.rating.Ledger;
import examen.store.ProjectFile;
import examen.store.Reading;
import examen.store.Writing;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public methods by which the application layer gives out what is in a project: those of every
 * class that holds a project or takes one.
 */
final class Doors {
  private static final Path CLASSES = Path.of("target/classes");

  /** Whoever has one of these can read a project. */
  private static final Set<Class<?>> PROJECTS =
      Set.of(
          Workbench.class,
          ProjectFile.class,
          Ledger.class,
          StoredLedger.class,
          ProjectRules.class,
          Reading.class,
          Writing.class);

  /** What only a lead has; the shape of the program holds that the window has none of it. */
  private static final Set<Class<?>> LEADS =
      Set.of(Lead.class, CodebookChange.class, MergeJob.class, Classifiers.class);

  private Doors() {}

  /** All that one can call who has no {@link Lead}, as {@code Class.method(Types)}. */
  static SortedSet<String> all() throws IOException {
    SortedSet<String> all = new TreeSet<>();
    for (Class<?> type : publicTypes()) {
      if (!LEADS.contains(type) && isDoor(type)) {
        calls(type)
            .filter(call -> !Arrays.asList(call.getParameterTypes()).contains(Lead.class))
            .forEach(call -> all.add(name(type, call)));
      }
    }
    return all;
  }

  /** Whether what is given out is itself asked by methods that are looked at here. */
  static boolean isDoor(Class<?> type) {
    boolean holds =
        Stream.of(type.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .map(Field::getType)
            .anyMatch(PROJECTS::contains);
    boolean takes =
        calls(type)
            .flatMap(call -> Stream.of(call.getParameterTypes()))
            .anyMatch(taken -> PROJECTS.contains(taken) || taken == Lead.class);
    return type == Workbench.class || holds || takes;
  }

  private static Stream<Executable> calls(Class<?> type) {
    List<Executable> calls = new ArrayList<>();
    for (Constructor<?> made : type.getDeclaredConstructors()) {
      calls.add(made);
    }
    for (Method method : type.getDeclaredMethods()) {
      calls.add(method);
    }
    return calls.stream().filter(c -> Modifier.isPublic(c.getModifiers()) && !c.isSynthetic());
  }

  private static String name(Class<?> type, Executable call) {
    String method = call instanceof Constructor<?> ? "new" : call.getName();
    return type.getSimpleName()
        + "."
        + method
        + Stream.of(call.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static List<Class<?>> publicTypes() throws IOException {
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CLASSES.resolve("examen/app"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replace('\\', '.');
        Class<?> type = load(name.substring(0, name.length() - ".class".length()));
        if (Modifier.isPublic(type.getModifiers()) && !type.isInterface()) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Doors.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
