package eventflux.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Compares a folder with what is known of it. A file counts as written when two looks one after another find the same size and
 * time and it looks whole, or when it has not been written to for a while: so a half-copied file is left alone, and one that was moved into the
 * folder, or lay there before the node started, is taken at once. A file counts as gone when two looks miss it, since many
 * editors save by removing and writing anew. Used by one thread.
 */
final class FolderScan {

    /** Longer than any pause between two writes of a copy that is under way. */
    private static final long SETTLED_MILLIS = 2_000;

    private final SortedMap<Path, Stamp> known;
    private final Map<Path, Stamp> lastSeen = new TreeMap<>();
    private final Map<Path, Stamp> missed = new TreeMap<>();
    private final Predicate<Path> isWhole;

    /**
     * Starts with what was known when the node stopped.
     *
     * @param isWhole whether a file looks like one that was written to its end
     */
    FolderScan(Map<Path, Stamp> known, Predicate<Path> isWhole) {
        this.known = new TreeMap<>(known);
        this.isWhole = isWhole;
    }

    /** What happened to one file. */
    record Change(Path file, boolean isGone) {}

    /** What is known now, to be remembered. */
    Map<Path, Stamp> known() {
        return known;
    }

    /** The changes to act on, by path; each is told once. */
    List<Change> look(Map<Path, Stamp> present, long nowMillis) {
        List<Change> changes = new ArrayList<>();
        for (Path file : List.copyOf(known.keySet())) {
            if (!present.containsKey(file) && missed.put(file, known.get(file)) != null) {
                known.remove(file);
                missed.remove(file);
                changes.add(new Change(file, true));
            }
        }
        missed.keySet().removeAll(present.keySet());
        for (Map.Entry<Path, Stamp> entry : new TreeMap<>(present).entrySet()) {
            if (isNews(entry.getKey(), entry.getValue()) && isWritten(entry.getKey(), entry.getValue(), nowMillis)) {
                known.put(entry.getKey(), entry.getValue());
                changes.add(new Change(entry.getKey(), false));
            }
        }
        lastSeen.clear();
        lastSeen.putAll(present);
        return changes;
    }

    private boolean isNews(Path file, Stamp stamp) {
        return !stamp.equals(known.get(file));
    }

    private boolean isWritten(Path file, Stamp stamp, long nowMillis) {
        return nowMillis - stamp.modified() >= SETTLED_MILLIS || stamp.equals(lastSeen.get(file)) && isWhole.test(file);
    }
}
