package examen.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbered scripts that make the tables of a project file, each from those of the version
 * before.
 */
final class Migrations {
  /**
   * Names of the scripts; the first makes version 1. A script that was released is never changed.
   */
  static final Migrations ALL =
      ofResources(
          List.of(
              "V001.sql", "V002.sql", "V003.sql", "V004.sql", "V005.sql", "V006.sql", "V007.sql"));

  private final List<String> scripts;

  Migrations(List<String> scripts) {
    this.scripts = List.copyOf(scripts);
  }

  int newest() {
    return scripts.size();
  }

  /** The first {@code version} scripts. */
  Migrations upTo(int version) {
    return new Migrations(scripts.subList(0, version));
  }

  /** Brings the file from this version to the newest; to be called inside a transaction. */
  void apply(Session session, int from) {
    for (String script : scripts.subList(from, scripts.size())) {
      statements(script).forEach(session::execute);
    }
    // No script can make a hash. A later script that changes what is sealed has to be followed by
    // it, too.
    if (from < Seals.SINCE && newest() >= Seals.SINCE) {
      Seals.makeAll(new Writing(session), newest());
    }
    session.execute("PRAGMA user_version=" + newest());
  }

  /**
   * A script's statements: separated by one empty line, for triggers have semicolons of their own.
   */
  private static List<String> statements(String script) {
    List<String> statements = new ArrayList<>();
    for (String piece : Pattern.compile("\n\n").splitAsStream(script).toList()) {
      if (!piece.lines().allMatch(line -> line.isBlank() || line.startsWith("--"))) {
        statements.add(piece);
      }
    }
    return statements;
  }

  private static Migrations ofResources(List<String> names) {
    List<String> scripts = new ArrayList<>();
    for (String name : names) {
      try (InputStream in = Migrations.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the program has no " + name);
        }
        scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Migrations(scripts);
  }
}
