package examen;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The rules of style that are about the text of a source and not about what depends on what. */
final class SourceRules {
  static final int FILE_LINES = 400;
  static final int METHOD_LINES = 40;
  static final int PARAMETERS = 5;

  private static final Set<String> BROAD =
      Set.of("Exception", "RuntimeException", "Throwable", "Error");
  private static final Pattern VAGUE =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl)|I[A-Z][a-z].*");

  /**
   * The boundaries at which every failure is turned into a problem for the user, and so the only
   * places that may catch more than they know.
   */
  private static final Set<String> BOUNDARIES = Set.of("Main", "FxWork", "Boundary");

  private SourceRules() {}

  /** What is wrong in these files, each as "rule: where". */
  static List<String> breaches(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      Trees trees = Trees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, trees.getSourcePositions(), found).scan(unit, null);
      }
    }
    return found;
  }

  /** Lengths in lines of all methods of these files, in no order. */
  static List<Integer> methodLengths(List<Path> files) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitMethod(MethodTree method, Void nothing) {
            lengths.add(lines(unit, positions, method));
            return super.visitMethod(method, null);
          }
        }.scan(unit, null);
      }
    }
    return lengths;
  }

  static List<Path> sources(Path root) {
    try (Stream<Path> files = java.nio.file.Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int lines(CompilationUnitTree unit, SourcePositions positions, Tree tree) {
    long start = positions.getStartPosition(unit, tree);
    long end = positions.getEndPosition(unit, tree);
    if (start < 0 || end < 0) {
      return 0;
    }
    return (int)
        (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start) + 1);
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<String> found;
    private final String file;
    private final String inPackage;

    Scanner(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
      this.file =
          Path.of(unit.getSourceFile().toUri()).getFileName().toString().replace(".java", "");
      this.inPackage = String.valueOf(unit.getPackageName());
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree tree, Void nothing) {
      if (lines(unit, positions, tree) > FILE_LINES) {
        breach("file too long", file);
      }
      return super.visitCompilationUnit(tree, null);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      String name = tree.getSimpleName().toString();
      if (VAGUE.matcher(name).matches()) {
        breach("vague name", name);
      }
      return super.visitClass(tree, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      String name = String.valueOf(method.getName());
      if (lines(unit, positions, method) > METHOD_LINES) {
        breach("method too long", name);
      }
      boolean constructor = name.equals("<init>");
      if (method.getParameters().size() > PARAMETERS && !constructor) {
        breach("too many parameters", name);
      }
      boolean open = method.getModifiers().getFlags().contains(Modifier.PUBLIC);
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      for (VariableTree parameter : method.getParameters()) {
        String type = String.valueOf(parameter.getType());
        if (open && !constructor && !overrides && type.equals("boolean")) {
          breach("boolean parameter", name);
        }
        if (type.startsWith("Optional<")) {
          breach("Optional parameter", name);
        }
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitCatch(CatchTree tree, Void nothing) {
      String type = String.valueOf(tree.getParameter().getType());
      boolean broad = Stream.of(type.split("\\|")).map(String::strip).anyMatch(BROAD::contains);
      if (broad && !BOUNDARIES.contains(file)) {
        breach("broad catch", type);
      }
      return super.visitCatch(tree, null);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
      String selected = tree.toString();
      boolean mayPrint = inPackage.endsWith(".cli") || file.equals("Main");
      if (!mayPrint && (selected.equals("System.out") || selected.equals("System.err"))) {
        breach("console", selected);
      }
      return super.visitMemberSelect(tree, null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      String called = call.getMethodSelect().toString();
      if (called.equals("System.exit") && !file.equals("Main")) {
        breach("exit", called);
      }
      if (called.endsWith(".printStackTrace")) {
        breach("stack trace", called);
      }
      if (called.endsWith(".ordinal") && call.getArguments().isEmpty()) {
        breach("ordinal", called);
      }
      return super.visitMethodInvocation(call, null);
    }

    private void breach(String rule, String what) {
      found.add(rule + ": " + inPackage + "." + file + " " + what);
    }
  }
}
