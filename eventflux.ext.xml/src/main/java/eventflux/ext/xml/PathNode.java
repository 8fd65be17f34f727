package eventflux.ext.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The paths of all columns as a tree over the names of elements, so that a document is read once from front to back. */
final class PathNode {

    private final Map<String, PathNode> children = new HashMap<>();
    private final Map<String, List<Integer>> attributes = new HashMap<>();
    private final List<Integer> texts = new ArrayList<>();

    /** Adds the path of a column. */
    void add(XmlPath path, int column) {
        PathNode node = this;
        for (String element : path.elements()) {
            node = node.children.computeIfAbsent(element, name -> new PathNode());
        }
        List<Integer> columns = path.attribute().isEmpty()
                ? node.texts
                : node.attributes.computeIfAbsent(path.attribute(), name -> new ArrayList<>());
        columns.add(column);
    }

    /** The node of an element inside of this one; null when no column is there. */
    PathNode child(String name) {
        return children.get(name);
    }

    /** The columns that take an attribute. */
    List<Integer> attribute(String name) {
        return attributes.getOrDefault(name, List.of());
    }

    /** The columns that take the text. */
    List<Integer> texts() {
        return texts;
    }
}
