package eventflux.launcher;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How many letters to type anew to get from one word to another (Levenshtein 1965). */
public final class EditDistance {

    private static final int NEAR = 2;

    private EditDistance() {}

    /** The nearest of some names, when it is near. */
    public static Optional<String> nearest(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> between(word, name) <= NEAR)
                .min(Comparator.comparingInt(name -> between(word, name)));
    }

    static int between(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                int replace = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replace, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
