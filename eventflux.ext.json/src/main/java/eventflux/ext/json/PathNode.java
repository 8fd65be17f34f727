package eventflux.ext.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All paths of a mapping as one tree, walked beside the JSON text. Built once, read-only afterwards. */
final class PathNode {

    private final Map<String, PathNode> properties = new HashMap<>();
    // The properties in the order of the columns.
    private final List<String> names = new ArrayList<>();
    private final List<PathNode> inOrder = new ArrayList<>();
    private final Map<Integer, PathNode> elements = new HashMap<>();
    private final List<Integer> columns = new ArrayList<>();

    /**
     * What is inside a property, null when nothing there is wanted.
     *
     * @param place how many properties are before it; most texts have them in the order of the columns
     */
    PathNode property(String name, int place) {
        return place < names.size() && names.get(place).equals(name) ? inOrder.get(place) : properties.get(name);
    }

    /** What is inside an element, null when nothing there is wanted. */
    PathNode element(int index) {
        return elements.get(index);
    }

    /** Whether any element of an array is wanted. */
    boolean hasElements() {
        return !elements.isEmpty();
    }

    /** The columns that take the value itself. */
    List<Integer> columns() {
        return columns;
    }

    /**
     * Adds a column.
     *
     * @throws IllegalArgumentException when the path leads into or around a value that another column takes
     */
    void add(JsonPath path, int column) {
        PathNode node = this;
        for (JsonPath.Step step : path.steps()) {
            node.refuse(!node.columns.isEmpty(), path);
            node = node.child(step);
        }
        node.refuse(!node.properties.isEmpty() || !node.elements.isEmpty(), path);
        node.columns.add(column);
    }

    private PathNode child(JsonPath.Step step) {
        if (step instanceof JsonPath.Element element) {
            return elements.computeIfAbsent(element.index(), index -> new PathNode());
        }
        return properties.computeIfAbsent(((JsonPath.Property) step).name(), this::append);
    }

    // A parser answers interned names: the same text is the same object then.
    private PathNode append(String name) {
        PathNode node = new PathNode();
        names.add(name.intern());
        inOrder.add(node);
        return node;
    }

    private void refuse(boolean isConflict, JsonPath path) {
        if (isConflict) {
            throw new IllegalArgumentException("the path " + path + " and another one lie inside each other");
        }
    }
}
