package eventflux.core.analyze.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that an author may have meant: the nearest one by insertions, deletions, replacements and swaps of neighbours,
 * where a swap counts half.
 */
public final class NameSuggestion {

    private static final int LONGEST = 64;
    private static final int MOST_EDITS = 3;
    private static final int EDIT = 2;
    private static final int SWAP = 1;

    private NameSuggestion() {}

    /** The nearest name, unless even that is far; upper and lower case do not count. */
    public static Optional<String> nearest(String word, Collection<String> names) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int best = allowedEdits(wanted.length()) * EDIT + 1;
        String nearest = null;
        for (String name : names) {
            if (!name.equals(word) && Math.abs(name.length() - wanted.length()) * EDIT < best) {
                int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
                if (distance < best) {
                    best = distance;
                    nearest = name;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int allowedEdits(int length) {
        return length == 1 ? 0 : Math.min(MOST_EDITS, Math.max(1, length / 3));
    }

    /** Optimal string alignment distance, row by row. */
    private static int distance(String left, String right) {
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j * EDIT;
        }
        for (int i = 1; i <= left.length(); i++) {
            row[0] = i * EDIT;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : EDIT;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + EDIT, last[j - 1] + change);
                if (isSwap(left, i, right, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + SWAP);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[right.length()];
    }

    private static boolean isSwap(String left, int i, String right, int j) {
        return i > 1 && j > 1 && left.charAt(i - 1) == right.charAt(j - 2) && left.charAt(i - 2) == right.charAt(j - 1);
    }
}
