package eventflux.core.compile.pattern;

import eventflux.core.operator.match.RowProgram;
import eventflux.core.resolved.RowRegex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The places of a row pattern that wait for a row, and what may follow each by preference. Built as Thompson's automaton from the
 * end; the steps without a row are then left out.
 */
final class RowPlaces {

    private static final int END = 0;

    private final List<Node> nodes = new ArrayList<>();
    // The end of each time that a repetition need not have, with its beginning: a time without a row is none.
    private final Map<Integer, Integer> before = new HashMap<>();
    private final List<Integer> waits = new ArrayList<>();
    private final List<int[]> follows = new ArrayList<>();
    private int begin;

    /**
     * A node of the automaton.
     *
     * @param place the place, or {@link RowProgram#COMPLETE} where no row is taken
     * @param next the nodes behind it, the preferred one first
     */
    private record Node(int place, List<Integer> next) {}

    private RowPlaces() {}

    static RowPlaces of(RowRegex pattern) {
        RowPlaces places = new RowPlaces();
        places.nodes.add(new Node(RowProgram.COMPLETE, List.of()));
        places.begin = places.add(pattern, END);
        int[][] follows = new int[places.waits.size()][];
        for (Node node : places.nodes) {
            if (node.place() != RowProgram.COMPLETE) {
                follows[node.place()] = places.reached(node.next().get(0));
            }
        }
        places.follows.addAll(List.of(follows));
        return places;
    }

    /** The variable that each place waits for. */
    List<Integer> waits() {
        return waits;
    }

    /** The places that may follow each. */
    List<int[]> follows() {
        return follows;
    }

    /** Those that a match may begin with. */
    int[] begins() {
        return reached(begin);
    }

    private int node(int place, List<Integer> next) {
        nodes.add(new Node(place, next));
        return nodes.size() - 1;
    }

    // The node at which a part begins that is followed by another node.
    private int add(RowRegex part, int behind) {
        if (part instanceof RowRegex.One one) {
            waits.add(one.variable());
            return node(waits.size() - 1, List.of(behind));
        }
        if (part instanceof RowRegex.InOrder order) {
            int first = behind;
            for (int i = order.parts().size() - 1; i >= 0; i--) {
                first = add(order.parts().get(i), first);
            }
            return first;
        }
        if (part instanceof RowRegex.Choice choice) {
            List<Integer> first = new ArrayList<>();
            choice.parts().forEach(one -> first.add(add(one, behind)));
            return node(RowProgram.COMPLETE, first);
        }
        return add((RowRegex.Repeat) part, behind);
    }

    private int add(RowRegex.Repeat repeat, int behind) {
        int first = repeat.max().isEmpty() ? loop(repeat, behind) : optional(repeat, repeat.max(), behind);
        for (int i = 0; i < repeat.min(); i++) {
            first = add(repeat.part(), first);
        }
        return first;
    }

    private int loop(RowRegex.Repeat repeat, int behind) {
        List<Integer> next = new ArrayList<>();
        int loop = node(RowProgram.COMPLETE, next);
        prefer(repeat, add(repeat.part(), loop), behind, next);
        return loop;
    }

    private int optional(RowRegex.Repeat repeat, OptionalInt max, int behind) {
        int first = behind;
        for (int i = repeat.min(); i < max.getAsInt(); i++) {
            List<Integer> next = new ArrayList<>();
            int end = node(RowProgram.COMPLETE, List.of(first));
            prefer(repeat, add(repeat.part(), end), behind, next);
            first = node(RowProgram.COMPLETE, next);
            before.put(end, first);
        }
        return first;
    }

    private static void prefer(RowRegex.Repeat repeat, int again, int behind, List<Integer> next) {
        next.add(repeat.reluctant() ? behind : again);
        next.add(repeat.reluctant() ? again : behind);
    }

    // What can be reached from a node without a row, by preference; nothing is preferred less than the end.
    private int[] reached(int node) {
        List<Integer> reached = new ArrayList<>();
        reach(node, new BitSet(), reached);
        return reached.stream().mapToInt(place -> place).toArray();
    }

    private boolean reach(int number, BitSet seen, List<Integer> reached) {
        boolean isTimeWithoutRow = before.containsKey(number) && seen.get(before.get(number));
        if (seen.get(number) || isTimeWithoutRow) {
            return false;
        }
        seen.set(number);
        if (number == END) {
            reached.add(RowProgram.COMPLETE);
            return true;
        }
        Node node = nodes.get(number);
        if (node.place() != RowProgram.COMPLETE) {
            reached.add(node.place());
            return false;
        }
        for (int next : node.next()) {
            if (reach(next, seen, reached)) {
                return true;
            }
        }
        return false;
    }
}
