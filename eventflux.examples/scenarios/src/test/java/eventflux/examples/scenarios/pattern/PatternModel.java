package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Row;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Part.Within;
import eventflux.examples.scenarios.pattern.Steps.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Patterns word by word: tries, for every event, all that has begun, one by one. An attempt waits at a place; where it has enough
 * it waits at the next place too. No index, no chains, no sharing.
 */
class PatternModel {

    final Steps steps;
    final boolean isSequence;
    final List<Attempt> attempts = new ArrayList<>();
    private final BiConsumer<Long, Map<String, List<Row>>> matches;
    long event;
    long now;

    PatternModel(Part pattern, boolean isSequence, long start, BiConsumer<Long, Map<String, List<Row>>> matches) {
        this.steps = new Steps(pattern);
        this.isSequence = isSequence;
        this.matches = matches;
        this.now = start;
        Attempt first = new Attempt(this, start);
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
                due.attempt().silent(due.silence(), due.place(), due.deadline());
            }
        }
        now = time;
    }

    private record Wait(Attempt attempt, Silence silence, int place, long deadline) {}

    private Wait earliest() {
        Wait earliest = null;
        for (int place = 0; place <= steps.last(); place++) {
            for (Part leaf : steps.leaves(place)) {
                for (Attempt attempt : attempts) {
                    Long deadline = leaf instanceof Silence ? attempt.waits.get(leaf) : null;
                    if (deadline != null && (earliest == null || deadline < earliest.deadline())) {
                        earliest = new Wait(attempt, (Silence) leaf, place, deadline);
                    }
                }
            }
        }
        return earliest;
    }

    /** An event: what comes later is asked first, so that nothing takes it twice. */
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
                if (isSequence) {
                    drop(place, leaves.get(i));
                }
            }
        }
    }

    // In a sequence what an event does not fit is over, and of those that it leaves at one place the oldest goes on.
    private void drop(int place, Part leaf) {
        List<List<Part>> taken = new ArrayList<>();
        for (Attempt attempt : List.copyOf(attempts)) {
            boolean isAsked = attempts.contains(attempt) && attempt.place == place && attempt.waitsFirstFor(leaf);
            if (!isAsked) {
                continue;
            }
            if (attempt.advanced == event) {
                if (taken.stream().anyMatch(other -> Inside.areSame(other, attempt.waiting()))) {
                    attempt.end();
                }
                taken.add(attempt.waiting());
            } else if (attempt.arrived < event && !attempt.isFresh(leaf) && !attempt.isYetToBegin()) {
                attempt.untouched(leaf);
            }
        }
    }

    /** Whether no other attempt waits for what a place waits for at the beginning. */
    boolean isFree(int place, Attempt mine) {
        List<Part> first = Inside.first(steps.all.get(place));
        return !isSequence
                || attempts.stream()
                        .noneMatch(other -> other != mine
                                && other.listens(place)
                                && (other.place < place || Inside.areSame(other.waiting(), first)));
    }

    private void offer(Row row, int place, Part leaf) {
        Set<Attempt> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean isMore = true;
        boolean isTaken = false;
        while (isMore) {
            isMore = false;
            for (Attempt attempt : List.copyOf(attempts)) {
                boolean givesWay = isSequence && isTaken && attempt.place < place;
                boolean isOffered = attempts.contains(attempt) && !givesWay && attempt.isOffered(place, leaf);
                if (isOffered && seen.add(attempt)) {
                    isMore = true;
                    isTaken |= attempt.offer(row, place, leaf);
                }
            }
        }
    }

    // What is over in time ends, unless what is limited has all that it needs: then that part is closed.
    private void expire() {
        for (Span limit : steps.limits) {
            for (Attempt attempt : List.copyOf(attempts)) {
                Long since = attempt.since.get(limit);
                if (attempts.contains(attempt) && since != null && now - since > limit.millis()) {
                    attempt.expire(limit);
                }
            }
        }
        for (int place = 0; place <= steps.last(); place++) {
            // Outer limits are older.
            List<Part> parts = new ArrayList<>(Inside.all(steps.all.get(place)));
            for (Part part : parts) {
                for (Attempt attempt : List.copyOf(attempts)) {
                    Long since = part instanceof Within ? attempt.sincePart.get(part) : null;
                    if (attempts.contains(attempt) && since != null && now - since > ((Within) part).millis()) {
                        attempt.expire((Within) part);
                    }
                }
            }
        }
    }

    void matched(long time, Map<String, List<Row>> events) {
        matches.accept(time, events);
    }
}
