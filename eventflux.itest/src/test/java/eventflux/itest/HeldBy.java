package eventflux.itest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for the shortest way from a root of the heap to an object: what has to let go of it. */
final class HeldBy {

    private final HeapDump heap;
    // Through which object each was reached first; a root through itself.
    private final Map<Long, Long> reachedThrough = new HashMap<>();

    HeldBy(HeapDump heap) {
        this.heap = heap;
    }

    /** The way, one object a line; empty when there is none. */
    String path(long object) {
        if (reachedThrough.isEmpty()) {
            walk();
        }
        if (!reachedThrough.containsKey(object)) {
            return "";
        }
        List<Long> way = new ArrayList<>(List.of(object));
        while (!reachedThrough.get(way.get(way.size() - 1)).equals(way.get(way.size() - 1))) {
            way.add(reachedThrough.get(way.get(way.size() - 1)));
        }
        Collections.reverse(way);
        StringBuilder text = new StringBuilder(heap.roots().get(way.get(0)) + ": " + heap.describe(way.get(0)));
        for (int i = 1; i < way.size(); i++) {
            text.append("\n    ")
                    .append(heap.edge(way.get(i - 1), way.get(i)))
                    .append(" -> ")
                    .append(heap.describe(way.get(i)));
        }
        return text.toString();
    }

    private void walk() {
        Deque<Long> next = new ArrayDeque<>();
        for (long root : heap.roots().keySet()) {
            if (reachedThrough.putIfAbsent(root, root) == null) {
                next.add(root);
            }
        }
        while (!next.isEmpty()) {
            long from = next.remove();
            heap.referred(from, to -> {
                if (to != 0 && reachedThrough.putIfAbsent(to, from) == null) {
                    next.add(to);
                }
            });
        }
    }
}
