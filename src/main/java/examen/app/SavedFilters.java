package examen.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import examen.app.queue.Choice;
import examen.app.queue.Order;
import examen.app.queue.QueueFilter;
import examen.rating.RaterId;
import examen.store.ProjectFile;
import examen.store.ProjectSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The filters that one rater kept. They name conditions and tags of a project and so are kept in
 * it, each rater's apart.
 */
public final class SavedFilters {
  /** The most filters that one rater may keep. */
  public static final int MOST = 100;

  /** The longest name, in UTF-16 code units. */
  public static final int LONGEST_NAME = 80;

  private static final String KEY = "queue-filters/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Workbench workbench;
  private final ProjectFile file;
  private final RaterId rater;

  SavedFilters(Workbench workbench, ProjectFile file, RaterId rater) {
    this.workbench = workbench;
    this.file = file;
    this.rater = rater;
  }

  /** All of them, in the order in which they were kept. */
  public List<SavedFilter> all() {
    workbench.checkThread();
    return file.reading(reading -> ProjectSettings.get(reading, key()))
        .map(SavedFilters::read)
        .orElse(List.of());
  }

  /**
   * Keeps a filter, in place of one with its name.
   *
   * @return all that there are then
   * @throws Refusal if it has no name, or one that is too long, or there are too many
   */
  public List<SavedFilter> keep(SavedFilter filter) {
    if (filter.name().isBlank() || filter.name().length() > LONGEST_NAME) {
      throw new Refusal("the name of a filter has 1 to " + LONGEST_NAME + " characters");
    }
    List<SavedFilter> all = without(filter.name());
    if (all.size() >= MOST) {
      throw new Refusal("no more than " + MOST + " filters can be kept; remove one first");
    }
    all.add(filter);
    return store(all);
  }

  /**
   * Forgets the filter with this name.
   *
   * @return all that are left
   */
  public List<SavedFilter> remove(String name) {
    return store(without(name));
  }

  private List<SavedFilter> without(String name) {
    List<SavedFilter> others = new ArrayList<>(all());
    others.removeIf(each -> each.name().equals(name));
    return others;
  }

  private List<SavedFilter> store(List<SavedFilter> all) {
    String text = write(all);
    file.runInTransaction(writing -> ProjectSettings.put(writing, key(), text));
    return List.copyOf(all);
  }

  private String key() {
    return key(rater);
  }

  /** Under which a project keeps the filters of this rater. */
  static String key(RaterId rater) {
    return KEY + rater.value();
  }

  private static String write(List<SavedFilter> all) {
    ArrayNode array = JSON.createArrayNode();
    for (SavedFilter each : all) {
      QueueFilter filter = each.filter();
      ObjectNode object = array.addObject().put("name", each.name()).put("words", filter.words());
      object.put("order", filter.order().by().wire());
      object.put("orderCondition", filter.order().condition());
      ArrayNode choices = object.putArray("choices");
      filter
          .choices()
          .forEach(c -> choices.addObject().put("field", c.field()).put("value", c.value()));
    }
    return array.toString();
  }

  /** What another program may have spoiled is left out. */
  private static List<SavedFilter> read(String text) {
    List<SavedFilter> all = new ArrayList<>();
    try {
      for (JsonNode object : JSON.readTree(text)) {
        String name = object.path("name").asText("");
        if (!name.isBlank() && name.length() <= LONGEST_NAME && all.size() < MOST) {
          all.add(new SavedFilter(name, filter(object)));
        }
      }
    } catch (JsonProcessingException e) {
      return List.of();
    }
    return all;
  }

  private static QueueFilter filter(JsonNode object) {
    SortedSet<Choice> choices = new TreeSet<>();
    for (JsonNode choice : object.path("choices")) {
      choices.add(new Choice(choice.path("field").asText(""), choice.path("value").asText("")));
    }
    Order order =
        Order.By.ofWire(object.path("order").asText(""))
            .map(by -> new Order(by, object.path("orderCondition").asText("")))
            .orElse(Order.IMPORT);
    return new QueueFilter(object.path("words").asText(""), order, choices);
  }
}
