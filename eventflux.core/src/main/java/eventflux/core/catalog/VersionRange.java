package eventflux.core.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions between two bounds, written as OSGi writes them: {@code [1.2,2)} from 1.2 to below 2, {@code 1.2} from 1.2 on.
 *
 * @param low the lower bound
 * @param isLowIncluded whether the lower bound is in it
 * @param high the upper bound, if there is one
 * @param isHighIncluded whether the upper bound is in it
 */
public record VersionRange(String low, boolean isLowIncluded, Optional<String> high, boolean isHighIncluded) {

    private static final String VERSION = "(\\d+(?:\\.\\d+){0,2}(?:\\.[\\w-]+)?)";
    private static final Pattern FROM = Pattern.compile(VERSION);
    private static final Pattern BETWEEN =
            Pattern.compile("([\\[(])\\s*" + VERSION + "\\s*,\\s*" + VERSION + "\\s*([])])");

    /** Refuses missing parts. */
    public VersionRange {
        Objects.requireNonNull(low, "low");
        Objects.requireNonNull(high, "high");
    }

    /** What a text says; empty when it says no range, or one without a version in it. */
    public static Optional<VersionRange> of(String text) {
        String stripped = text.strip();
        if (FROM.matcher(stripped).matches()) {
            return Optional.of(new VersionRange(stripped, true, Optional.empty(), false));
        }
        Matcher between = BETWEEN.matcher(stripped);
        if (!between.matches()) {
            return Optional.empty();
        }
        VersionRange range = new VersionRange(
                between.group(2),
                between.group(1).equals("["),
                Optional.of(between.group(3)),
                between.group(4).equals("]"));
        return Optional.of(range).filter(VersionRange::isPossible);
    }

    private boolean isPossible() {
        int order = compare(low, high.orElseThrow());
        return order < 0 || (order == 0 && isLowIncluded && isHighIncluded);
    }

    /** Whether a version is in it; one that is not known never is. */
    public boolean includes(String version) {
        if (version.isEmpty()) {
            return false;
        }
        int aboveLow = compare(version, low);
        int aboveHigh = high.map(bound -> compare(version, bound)).orElse(-1);
        return (isLowIncluded ? aboveLow >= 0 : aboveLow > 0) && (isHighIncluded ? aboveHigh <= 0 : aboveHigh < 0);
    }

    // A version of one or two numbers is one of three, the others being 0.
    private static int compare(String left, String right) {
        return VersionOrder.INSTANCE.compare(padded(left), padded(right));
    }

    private static String padded(String version) {
        String padded = version;
        while (padded.matches("\\d+(\\.\\d+)?")) {
            padded += ".0";
        }
        return padded;
    }

    @Override
    public String toString() {
        return high.map(bound -> (isLowIncluded ? "[" : "(") + low + "," + bound + (isHighIncluded ? "]" : ")"))
                .orElse(low);
    }
}
