package eventflux.ext.xml;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something is in a document, as the plain part of XPath says it: names of elements with slashes between, an attribute with
 * {@code @} at the end, and {@code //} at the beginning for any depth. Prefixes of namespaces are left off. Immutable.
 *
 * @param isAnywhere whether the first element may be at any depth
 * @param elements the names of the elements from the outside in
 * @param attribute the attribute of the last one; empty for its text
 */
record XmlPath(boolean isAnywhere, List<String> elements, String attribute) {

    XmlPath {
        elements = List.copyOf(elements);
    }

    /**
     * The path that a text says.
     *
     * @throws IllegalArgumentException when it has anything else in it
     */
    static XmlPath parse(String text) {
        String path = text.strip();
        boolean isAnywhere = path.startsWith("//");
        path = path.replaceFirst("^\\./+|^/+", "").replaceFirst("/?text\\(\\)$", "");
        List<String> elements = new ArrayList<>();
        String attribute = "";
        for (String step : path.isEmpty() || path.equals(".") ? new String[0] : path.split("/", -1)) {
            if (!attribute.isEmpty() || !step.matches("@?[\\p{L}_][\\p{L}\\p{N}_.:-]*")) {
                throw new IllegalArgumentException("not a path of elements and at most one attribute: " + text);
            }
            String local = step.substring(step.lastIndexOf(':') + 1);
            if (step.startsWith("@")) {
                attribute = local.startsWith("@") ? local.substring(1) : local;
            } else {
                elements.add(local);
            }
        }
        return new XmlPath(isAnywhere, elements, attribute);
    }

    /** Whether the elements that are open lead to this one. */
    boolean matches(List<String> open) {
        if (!isAnywhere) {
            return open.equals(elements);
        }
        int from = open.size() - elements.size();
        return from >= 0 && open.subList(from, open.size()).equals(elements);
    }

    @Override
    public String toString() {
        String names = (isAnywhere ? "//" : "/") + String.join("/", elements);
        return attribute.isEmpty() ? names : names + "/@" + attribute;
    }
}
