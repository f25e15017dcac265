package examen.study;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ways of drawing that can be asked for. */
enum SamplingDesign {
  ALL("all"),
  SIMPLE_RANDOM("simple-random", "size"),
  STRATIFIED("stratified", "size", "strata", "score", "bins", "allocation", "rates"),
  UNEQUAL("unequal", "size", "score", "by", "floor"),
  UNCERTAINTY_FIRST("uncertainty-first", "size", "score"),
  DISAGREEMENT_FIRST("disagreement-first", "size", "label", "against", "gold");

  private static final Set<String> ALWAYS = Set.of("design", "within", "seed");

  private final String wire;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<String> own;

  SamplingDesign(String wire, String... own) {
    this.wire = wire;
    this.own = Set.of(own);
  }

  /** By which commands know it; it never changes. */
  String wire() {
    return wire;
  }

  static List<String> wires() {
    return Arrays.stream(values()).map(SamplingDesign::wire).toList();
  }

  boolean uses(String choice) {
    return ALWAYS.contains(choice) || own.contains(choice);
  }

  /**
   * The one that was chosen.
   *
   * @throws Unanswerable if there is none, or something was chosen that has no part in it
   */
  static SamplingDesign of(Chosen chosen) {
    String wanted = chosen.text(Sampling.DESIGN.id());
    SamplingDesign design =
        Arrays.stream(values())
            .filter(each -> each.wire.equals(wanted))
            .findFirst()
            .orElseThrow(
                () ->
                    new Unanswerable(
                        "there is no design \"%s\"; there are %s"
                            .formatted(wanted, String.join(", ", wires()))));
    for (Choice choice : new Sampling().choices()) {
      if (!design.uses(choice.id()) && !chosen.text(choice.id()).equals(choice.fallback())) {
        throw new Unanswerable(
            "--%s has no part in --design %s; it goes with %s"
                .formatted(choice.id(), wanted, String.join(", ", users(choice.id()))));
      }
    }
    return design;
  }

  private static Set<String> users(String choice) {
    Set<String> users = new TreeSet<>();
    for (SamplingDesign each : values()) {
      if (each.uses(choice)) {
        users.add(each.wire);
      }
    }
    return users;
  }
}
