package eventflux.core.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the state of one part of an application depends on: as long as it is the same, what the part remembers means the same, even
 * though other parts of the text have changed. What only looks at the state (the columns of a selection, where rows go) is no part
 * of it. Immutable.
 *
 * @param kind of the part, as people call it
 * @param name of the part
 * @param aspects what it depends on, as people read it
 */
public record StateShape(String kind, String name, Map<String, String> aspects) {

    /** The aspect that stands for the columns and types that all names mean: a number, which says nothing to people. */
    public static final String MEANING = "meaning of names";

    /** The text of an aspect that stands for a column that kept rows lack; of rows that have it, it is left out when they are restored. */
    public static final String LEFT_OUT = "left out";

    /** Keeps the order. */
    public StateShape {
        aspects = Collections.unmodifiableMap(new LinkedHashMap<>(aspects));
    }
}
