package eventflux.core.analyze.join;

import java.util.List;

/**
 * A column of {@code USING}, which its name alone means though several sides have it.
 *
 * @param name of the column
 * @param sides those whose value it is, the first that is not null
 */
public record MergedColumn(String name, List<Integer> sides) {

    /** Copies the list. */
    public MergedColumn {
        sides = List.copyOf(sides);
    }
}
