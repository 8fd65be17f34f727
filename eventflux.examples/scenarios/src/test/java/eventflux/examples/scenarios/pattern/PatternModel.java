package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Row;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Steps.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Patterns word by word: tries, for every event, all that has begun, one by one. An attempt waits at a place; where it has enough
 * it waits at the next place too. No index, no chains, no sharing.
 */
class PatternModel {

    final Steps steps;
    private final boolean isSequence;
    final List<Attempt> attempts = new ArrayList<>();
    private final BiConsumer<Long, Map<String, List<Row>>> matches;
    long event;
    private long now;

    PatternModel(Part pattern, boolean isSequence, long start, BiConsumer<Long, Map<String, List<Row>>> matches) {
        this.steps = new Steps(pattern);
        this.isSequence = isSequence;
        this.matches = matches;
        this.now = start;
        Attempt first = new Attempt();
        first.time = start;
        attempts.add(first);
        first.settle(0, -1);
    }

    /** Lets time pass: silences come true, the earliest first. */
    void advanceTo(long time) {
        while (true) {
            Wait due = earliest();
            if (due == null || due.deadline() > time) {
                break;
            }
            now = due.deadline();
            event++;
            expire();
            if (attempts.contains(due.attempt()) && due.attempt().waits.containsKey(due.silence())) {
                due.attempt().silent(due);
            }
        }
        now = time;
    }

    private record Wait(Attempt attempt, Silence silence, int place, long deadline, long number) {}

    private Wait earliest() {
        Wait earliest = null;
        for (int place = 0; place <= steps.last(); place++) {
            for (Part leaf : steps.leaves(place)) {
                for (Attempt attempt : attempts) {
                    Long deadline = leaf instanceof Silence ? attempt.waits.get(leaf) : null;
                    if (deadline != null && (earliest == null || deadline < earliest.deadline())) {
                        earliest = new Wait(attempt, (Silence) leaf, place, deadline, 0);
                    }
                }
            }
        }
        return earliest;
    }

    /** An event: later places first, so that nothing takes it twice. */
    void take(Row row) {
        advanceTo(row.time());
        if (!steps.reads(row.stream())) {
            return;
        }
        event++;
        expire();
        for (int place = steps.last(); place >= 0; place--) {
            List<Part> leaves = steps.leaves(place);
            for (int i = leaves.size() - 1; i >= 0; i--) {
                offer(row, place, leaves.get(i));
            }
            if (isSequence) {
                drop(place);
            }
        }
    }

    // In a sequence what an event does not fit is over, and of those that it leaves at one place the oldest goes on.
    private void drop(int place) {
        boolean isTaken = false;
        for (Attempt attempt : List.copyOf(attempts)) {
            if (attempt.place != place || !attempts.contains(attempt)) {
                continue;
            }
            if (attempt.advanced == event) {
                if (isTaken) {
                    attempt.end();
                }
                isTaken = true;
            } else if (attempt.arrived < event && !attempt.isYetToBegin()) {
                attempt.end();
                attempt.restart(0, place);
            }
        }
    }

    private boolean isFree(int place, Attempt mine) {
        return !isSequence || attempts.stream().noneMatch(other -> other != mine && other.listens(place));
    }

    private void offer(Row row, int place, Part leaf) {
        Set<Attempt> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean isMore = true;
        while (isMore) {
            isMore = false;
            for (Attempt attempt : List.copyOf(attempts)) {
                boolean listens = attempts.contains(attempt) && attempt.listens(place);
                boolean isBarred = attempt.cameWith == event && place >= attempt.barredFrom;
                if (listens && attempt.arrived < event && !isBarred && seen.add(attempt)) {
                    isMore = true;
                    attempt.offer(row, place, leaf);
                }
            }
        }
    }

    // What is over in time ends, unless what is limited has all that it needs: then that part is closed.
    private void expire() {
        for (Span limit : steps.limits) {
            for (Attempt attempt : List.copyOf(attempts)) {
                Long begun = attempt.begun.get(limit);
                if (attempts.contains(attempt) && begun != null && now - begun > limit.millis()) {
                    attempt.expire(limit);
                }
            }
        }
    }

    /** One attempt at a match. */
    final class Attempt {

        private final Map<String, List<Row>> events = new HashMap<>();
        private final Map<Span, Long> begun = new HashMap<>();
        private final Map<Silence, Long> waits = new IdentityHashMap<>();
        private final Set<Part> done = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Set<Part> broken = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<Part, Integer> collected = new IdentityHashMap<>();
        private int place;
        private int top;
        private int count;
        private long time;
        private long arrived;
        private long advanced;
        private long cameWith;
        private int barredFrom;

        boolean isYetToBegin() {
            boolean isFresh = place == 0 && count == 0 && done.isEmpty() && collected.isEmpty();
            return isFresh && (steps.isRepeated(0) || steps.isSilent(0));
        }

        boolean listens(int at) {
            return place <= at && at <= top;
        }

        void settle(int at, long number) {
            top = at;
            begin(at);
            listen(at, number);
            listenAhead(number);
        }

        private void begin(int at) {
            place = at;
            count = 0;
            done.clear();
            broken.clear();
            collected.clear();
        }

        private void listen(int at, long number) {
            arrived = number;
            for (Part leaf : steps.leaves(at)) {
                boolean hasBegun = steps.hasBegun(at, leaf, Set.of(), Set.of());
                if (leaf instanceof Silence silence && silence.millis() > 0 && hasBegun) {
                    waits.put(silence, time + silence.millis());
                }
            }
        }

        private void listenAhead(long number) {
            while (steps.isEnough(top, top == place ? count : 0)) {
                if (top == steps.last()) {
                    skipTo(steps.last() + 1);
                    finish();
                    return;
                }
                if (!isFree(top + 1, this)) {
                    return;
                }
                top++;
                listen(top, number);
            }
        }

        // What is passed by without an event is complete all the same.
        private void skipTo(int at) {
            for (int from = place; from < at; from++) {
                if (from > place || count == 0) {
                    repeat(from);
                }
            }
        }

        private void moveTo(int at) {
            if (place < at) {
                skipTo(at);
                for (int from = place; from < at; from++) {
                    waits.keySet().removeAll(steps.leaves(from));
                    close(from);
                }
                begin(at);
            }
        }

        private void close(int at) {
            begun.keySet().removeIf(limit -> limit.last() == at);
        }

        void offer(Row row, int at, Part leaf) {
            boolean isThere = at == place;
            if (!steps.isTurn(at, leaf, isThere ? done : Set.of(), isThere ? broken : Set.of())) {
                return;
            }
            if (leaf instanceof Silence silence) {
                if (silence.stream().equals(row.stream()) && silence.test().fits(row, events)) {
                    moveTo(at);
                    refuse(silence);
                }
                return;
            }
            One one = (One) leaf;
            boolean isAmongOthers = steps.leaves(at).size() > 1;
            if (isThere && isAmongOthers && hasAll(one)) {
                return;
            }
            if (!one.stream().equals(row.stream()) || !one.test().fits(row, events)) {
                return;
            }
            moveTo(at);
            take(row, at, one);
            if (one.isCounted() && !isAmongOthers) {
                counted(one);
            } else if (!one.isCounted() || collected.merge(one, 1, Integer::sum) >= one.min()) {
                happened(one);
                proceed();
            }
        }

        private boolean hasAll(One one) {
            return one.isCounted() ? collected.getOrDefault(one, 0) >= one.max() : done.contains(one);
        }

        // Silences whose turn begins with it count from now on.
        private void happened(Part leaf) {
            List<Part> before = steps.leaves(place).stream()
                    .filter(one -> !steps.hasBegun(place, one, done, broken))
                    .toList();
            done.add(leaf);
            for (Part one : before) {
                boolean begins = steps.hasBegun(place, one, done, broken);
                if (one instanceof Silence silence && silence.millis() > 0 && begins) {
                    waits.put(silence, time + silence.millis());
                }
            }
        }

        private void take(Row row, int at, One one) {
            time = row.time();
            advanced = event;
            List<Row> more = one.isCollected()
                    ? new ArrayList<>(events.getOrDefault(one.alias(), List.of()))
                    : new ArrayList<>();
            more.add(row);
            events.put(one.alias(), more);
            for (Span limit : steps.limits) {
                if (limit.contains(at)) {
                    begun.putIfAbsent(limit, row.time());
                }
            }
        }

        private void counted(One one) {
            count++;
            if (count == Math.max(1, one.min())) {
                repeat(place);
            }
            if (count < one.min()) {
                return;
            }
            if (count < one.max()) {
                listenAhead(event);
            } else if (top > place) {
                moveTo(place + 1);
                listenAhead(event);
            } else {
                advance();
            }
        }

        private void proceed() {
            Boolean value = steps.value(place, done, broken);
            if (Boolean.TRUE.equals(value)) {
                repeat(place);
                advance();
            } else if (Boolean.FALSE.equals(value) && Boolean.TRUE.equals(withoutUntimed())) {
                // Only an event that must not come before keeps it from being complete: the next one counts.
                end();
                if (steps.isRepeated(place)) {
                    anew(place, event);
                }
            }
        }

        private Boolean withoutUntimed() {
            Set<Part> timed = Collections.newSetFromMap(new IdentityHashMap<>());
            broken.stream().filter(part -> ((Silence) part).millis() > 0).forEach(timed::add);
            return steps.value(place, done, timed);
        }

        private void advance() {
            waits.keySet().removeAll(steps.leaves(place));
            close(place);
            if (place == steps.last()) {
                finish();
            } else if (isFree(place + 1, this)) {
                settle(place + 1, event);
            } else {
                end();
            }
        }

        private void finish() {
            matches.accept(time, new TreeMap<>(events));
            end();
        }

        private void end() {
            attempts.remove(this);
        }

        private void refuse(Silence silence) {
            if (done.contains(silence)) {
                return;
            }
            if (silence.millis() > 0 && place == 0 && !steps.isBehindOthers(0, silence)) {
                // Nothing has come before: the silence begins again.
                waits.put(silence, now + silence.millis());
                return;
            }
            waits.remove(silence);
            broken.add(silence);
            boolean isOver = Boolean.FALSE.equals(steps.value(place, done, broken));
            boolean givesWay = steps.isRepeated(place) && !Boolean.FALSE.equals(withoutUntimed());
            if (isOver && !givesWay) {
                end();
                restart(isSequence ? 0 : place, place);
            }
        }

        void silent(Wait wait) {
            waits.remove(wait.silence());
            moveTo(wait.place());
            time = wait.deadline();
            happened(wait.silence());
            proceed();
        }

        void expire(Span limit) {
            if (top > limit.last()) {
                moveTo(limit.last() + 1);
                return;
            }
            end();
            restart(limit.first(), steps.last() + 1);
        }

        private void repeat(int at) {
            steps.repeats.stream()
                    .filter(repeat -> repeat.last() == at)
                    .forEach(repeat -> another(repeat, event, time, Integer.MAX_VALUE));
        }

        // The innermost repeat around an attempt that has ended begins again; before a place it may take the event too.
        private void restart(int latest, int before) {
            for (Span repeat : steps.repeatsAround(place, latest)) {
                boolean hasRepeated = repeat.last() == place
                        && steps.all.get(place) instanceof One one
                        && count >= Math.max(1, one.min());
                if (!hasRepeated) {
                    another(repeat, repeat.first() < before ? event - 1 : event, now, before);
                    return;
                }
            }
        }

        private void anew(int at, long number) {
            steps.repeats.stream()
                    .filter(repeat -> repeat.first() == at)
                    .forEach(repeat -> another(repeat, number, now, Integer.MAX_VALUE));
        }

        // Begins a repeat, with what came before it. What ended another one is nothing for it from that place on.
        private void another(Span repeat, long number, long from, int barred) {
            Attempt copy = new Attempt();
            copy.cameWith = event;
            copy.barredFrom = barred;
            Map<String, List<Row>> before = new LinkedHashMap<>(events);
            for (int at = repeat.first(); at <= steps.last(); at++) {
                steps.leaves(at).forEach(leaf -> {
                    if (leaf instanceof One one) {
                        before.remove(one.alias());
                    }
                });
            }
            copy.events.putAll(before);
            begun.forEach((limit, since) -> {
                if (limit.first() < repeat.first() && limit.contains(repeat.first())) {
                    copy.begun.put(limit, since);
                }
            });
            copy.time = from;
            attempts.add(copy);
            copy.settle(repeat.first(), number);
        }
    }
}
