package eventflux.core.resolved;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Streams and queries as places, and the ways that rows take between them. Places are in a circle together when each leads to the
 * other (the algorithm of Tarjan, with a stack of its own: a chain of queries may be longer than the thread's).
 */
final class StreamGraph {

    private static final int UNSEEN = -1;

    private final List<List<Integer>> ways = new ArrayList<>();

    StreamGraph(int places) {
        IntStream.range(0, places).forEach(place -> ways.add(new ArrayList<>()));
    }

    void add(int from, int to) {
        ways.get(from).add(to);
    }

    /** The places that lead to some of those, which are among them. */
    BitSet leadingTo(BitSet places) {
        StreamGraph back = new StreamGraph(ways.size());
        for (int from = 0; from < ways.size(); from++) {
            for (int to : ways.get(from)) {
                back.add(to, from);
            }
        }
        BitSet found = (BitSet) places.clone();
        Deque<Integer> open = new ArrayDeque<>();
        places.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int before : back.ways.get(open.pop())) {
                if (!found.get(before)) {
                    found.set(before);
                    open.push(before);
                }
            }
        }
        return found;
    }

    /** The number of the circle of each place; one that is in no circle has a number of its own. */
    int[] circles() {
        return new Circles().find();
    }

    private final class Circles {

        private final int[] circle = new int[ways.size()];
        private final int[] number = new int[ways.size()];
        private final int[] lowest = new int[ways.size()];
        private final int[] next = new int[ways.size()];
        private final Deque<Integer> path = new ArrayDeque<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private int numbers;
        private int circles;

        int[] find() {
            Arrays.fill(circle, UNSEEN);
            Arrays.fill(number, UNSEEN);
            for (int place = 0; place < number.length; place++) {
                if (number[place] == UNSEEN) {
                    enter(place);
                    while (!path.isEmpty()) {
                        step(path.peek());
                    }
                }
            }
            return circle;
        }

        private void enter(int place) {
            number[place] = numbers;
            lowest[place] = numbers;
            numbers++;
            path.push(place);
            open.push(place);
        }

        private void step(int place) {
            if (next[place] == ways.get(place).size()) {
                leave(place);
                return;
            }
            int to = ways.get(place).get(next[place]++);
            if (number[to] == UNSEEN) {
                enter(to);
            } else if (circle[to] == UNSEEN) {
                lowest[place] = Math.min(lowest[place], number[to]);
            }
        }

        private void leave(int place) {
            path.pop();
            if (lowest[place] == number[place]) {
                int member;
                do {
                    member = open.pop();
                    circle[member] = circles;
                } while (member != place);
                circles++;
            }
            if (!path.isEmpty()) {
                int before = path.peek();
                lowest[before] = Math.min(lowest[before], lowest[place]);
            }
        }
    }
}
