package eventflux.examples.scenarios.pattern;

import eventflux.examples.scenarios.pattern.Part.Every;
import eventflux.examples.scenarios.pattern.Part.Group;
import eventflux.examples.scenarios.pattern.Part.One;
import eventflux.examples.scenarios.pattern.Part.Row;
import eventflux.examples.scenarios.pattern.Part.Silence;
import eventflux.examples.scenarios.pattern.Part.Within;
import eventflux.examples.scenarios.pattern.Steps.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One attempt at a match of a {@link PatternModel}. */
final class Attempt {

    final Map<Silence, Long> waits = new IdentityHashMap<>();
    final Map<Span, Long> since = new HashMap<>();
    final Map<Part, Long> sincePart = new IdentityHashMap<>();
    int place;
    long arrived;
    long advanced;
    private final PatternModel model;
    private final Steps steps;
    private final Taken taken;
    // Since which event something is waited for.
    private final Map<Part, Long> opened = new IdentityHashMap<>();
    private Inside inside = new Inside();
    private int top;
    private int count;
    private long time;
    private long cameWith;
    private int barredFrom;
    private int barredLeaf;
    // Which group has begun another round because of what happens now, if one has.
    private Group round;

    Attempt(PatternModel model, long time) {
        this.model = model;
        this.steps = model.steps;
        this.time = time;
        this.taken = new Taken(model.steps);
    }

    private Part here() {
        return steps.all.get(place);
    }

    private boolean isSimple(int at) {
        return steps.all.get(at) instanceof One;
    }

    /** The events and silences of its place that it waits for. */
    List<Part> waiting() {
        return isSimple(place) ? List.of(here()) : inside.open(here());
    }

    boolean waitsFirstFor(Part leaf) {
        return steps.leaves(place).stream()
                .filter(one -> Inside.contained(waiting(), one))
                .findFirst()
                .filter(one -> one == leaf)
                .isPresent();
    }

    boolean isYetToBegin() {
        boolean isFresh = place == 0
                && count == 0
                && inside.done.stream().noneMatch(part -> part instanceof Silence)
                && steps.leaves(0).stream().noneMatch(inside.begun::contains);
        return isFresh && (steps.isRepeated(0) || steps.isSilent(0) || steps.beginsAnew(0));
    }

    boolean listens(int at) {
        return place <= at && at <= top;
    }

    boolean isFresh(Part leaf) {
        return opened.getOrDefault(leaf, -1L) == model.event;
    }

    boolean isOffered(int at, Part leaf) {
        boolean waits =
                listens(at) && Inside.contained(at == place ? waiting() : Inside.first(steps.all.get(at)), leaf);
        boolean isBarred = cameWith == model.event
                && (at > barredFrom || at == barredFrom && Inside.indexOf(steps.leaves(at), leaf) >= barredLeaf);
        return waits && arrived < model.event && !isBarred && !(at == place && isFresh(leaf));
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
        inside = new Inside();
        opened.clear();
    }

    private void listen(int at, long number) {
        arrived = number;
        Inside.first(steps.all.get(at)).forEach(leaf -> await(leaf, time));
    }

    private void await(Part leaf, long from) {
        if (leaf instanceof Silence silence && silence.millis() > 0) {
            waits.put(silence, from + silence.millis());
        }
    }

    private void listenAhead(long number) {
        while (steps.isEnough(top, top == place ? count : 0)) {
            if (top == steps.last()) {
                skipTo(steps.last() + 1, model.event, Integer.MAX_VALUE);
                finish();
                return;
            }
            top++;
            listen(top, number);
        }
    }

    // What is passed by without an event is complete all the same.
    private void skipTo(int at, long number, int barred) {
        for (int from = place; from < at; from++) {
            if (from > place || count == 0) {
                repeat(from, number, barred);
            }
        }
    }

    // Another that begins because an event skips what need not be may take the event for what is skipped.
    private void moveTo(int at, long number, int barred) {
        if (place < at) {
            skipTo(at, number, barred);
            for (int from = place; from < at; from++) {
                waits.keySet().removeAll(steps.leaves(from));
                close(from);
            }
            begin(at);
        }
    }

    private void close(int at) {
        since.keySet().removeIf(limit -> limit.last() == at);
        sincePart.clear();
    }

    /** Takes an event for a leaf if it fits; answers whether it does. */
    boolean offer(Row row, int at, Part leaf) {
        boolean isPreferred = Inside.before(steps.all.get(at), leaf).stream()
                .anyMatch(other -> isOffered(at, other) && taken.isFollowedBy(row, other));
        if (isPreferred || !taken.isFollowedBy(row, leaf)) {
            return false;
        }
        moveTo(at, model.event - 1, at);
        if (leaf instanceof Silence silence) {
            refuse(silence);
            return false;
        }
        One one = (One) leaf;
        Inside before = isSimple(at) ? inside : happens(one);
        take(row, one);
        if (isSimple(at)) {
            counted(one);
        } else {
            int number = inside.counts.merge(one, 1, Integer::sum);
            inside.begun.add(one);
            if (number >= one.min()) {
                inside.done.add(one);
            }
            update(one, before, List.of());
            proceed(one);
        }
        return true;
    }

    private void take(Row row, One one) {
        time = row.time();
        advanced = model.event;
        taken.add(one, row);
        for (Span limit : steps.limits) {
            if (limit.contains(place)) {
                since.putIfAbsent(limit, row.time());
            }
        }
        for (Part part : Inside.all(here())) {
            if (part instanceof Within && Inside.contains(part, one)) {
                sincePart.putIfAbsent(part, row.time());
            }
        }
    }

    private void counted(One one) {
        if (!one.isCounted()) {
            repeat(place);
            advance();
            return;
        }
        count++;
        if (count == Math.max(1, one.min())) {
            repeat(place);
        }
        if (count < one.min()) {
            return;
        }
        if (count < one.max()) {
            listenAhead(model.event);
        } else if (top > place) {
            moveTo(place + 1, model.event, Integer.MAX_VALUE);
            listenAhead(model.event);
        } else {
            advance();
        }
    }

    // Something is about to happen inside of the place: it may begin another round. Answers how all was before.
    private Inside happens(Part leaf) {
        Group group = inside.begins(here(), leaf);
        round = group;
        if (group != null) {
            taken.restore(group, here());
            clear(group);
        }
        return new Inside(inside);
    }

    private void clear(Part part) {
        Inside.all(part).forEach(one -> {
            opened.remove(one);
            if (one != part) {
                waits.remove(one);
                sincePart.remove(one);
            }
        });
        inside.forget(part);
    }

    // What follows, inside of the place, from what has happened to one thing; what is inside first.
    private void update(Part changed, Inside before, List<Part> offered) {
        List<Part> mayTake = new ArrayList<>(offered);
        List<Part> wasWaiting = new ArrayList<>(before.open(here()));
        wasWaiting.removeIf(leaf -> round != null && Inside.contains(round, leaf));
        for (Part part : Inside.all(here())) {
            if (part == changed
                    || !Inside.contains(part, changed)
                    || Inside.parts(part).isEmpty()) {
                continue;
            }
            Part inner = Inside.parts(part).get(0);
            boolean isNow = inside.isTrue(inner) && (!before.isTrue(inner) || !before.hasBegun(inner));
            if (part instanceof Every) {
                if (inside.isFalse(inner) && !inside.givesWay(inner)) {
                    mayTake.addAll(fail(part, changed));
                    wasWaiting.removeIf(leaf -> Inside.contains(part, leaf));
                } else if (isNow) {
                    another(part, wasWaiting);
                }
            } else if (part instanceof Group group) {
                boolean isEnough = group.min() == 0 || inside.isTrue(group);
                if (inside.isFalse(inner) && isEnough) {
                    mayTake.addAll(fail(part, changed));
                    wasWaiting.removeIf(leaf -> Inside.contains(part, leaf));
                } else if (inside.isTrue(inner)) {
                    if (isNow) {
                        inside.counts.merge(group, 1, Integer::sum);
                    }
                    taken.keep(group);
                }
            }
        }
        relisten(wasWaiting, mayTake);
    }

    // A part begins anew in its place; answers what may take the event that ended it.
    private List<Part> fail(Part part, Part changed) {
        List<Part> leaves = Inside.leaves(part);
        boolean isFirst = Inside.contained(Inside.first(Inside.parts(part).get(0)), changed);
        List<Part> mayTake = changed instanceof Within
                ? steps.leaves(place)
                : isFirst ? List.of() : leaves.subList(0, Inside.indexOf(leaves, changed));
        taken.restore(part, here());
        clear(part);
        return mayTake;
    }

    private void relisten(List<Part> before, List<Part> mayTake) {
        if (inside.isTrue(here())) {
            return;
        }
        List<Part> open = inside.open(here());
        for (Part leaf : before) {
            if (!Inside.contained(open, leaf)) {
                waits.remove(leaf);
            }
        }
        for (Part leaf : open) {
            if (!Inside.contained(before, leaf)) {
                await(leaf, model.now);
                if (!Inside.contained(mayTake, leaf)) {
                    opened.put(leaf, model.event);
                }
            }
        }
    }

    private void another(Part part, List<Part> wasWaiting) {
        Attempt copy = new Attempt(model, time);
        copy.place = place;
        copy.top = place;
        copy.arrived = arrived;
        copy.advanced = model.event;
        copy.taken.copy(taken);
        copy.inside = new Inside(inside);
        copy.waits.putAll(waits);
        copy.opened.putAll(opened);
        copy.sincePart.putAll(sincePart);
        copy.taken.restore(part, here());
        copy.clear(part);
        boolean hasEvents = steps.leaves(place).stream().anyMatch(copy.inside.begun::contains);
        since.forEach((limit, from) -> {
            if (limit.first() < place || hasEvents) {
                copy.since.put(limit, from);
            }
        });
        copy.sincePart.keySet().removeIf(limit -> Inside.leaves(limit).stream().noneMatch(copy.inside.begun::contains));
        List<Part> kept =
                wasWaiting.stream().filter(leaf -> !Inside.contains(part, leaf)).toList();
        model.attempts.add(copy);
        copy.relisten(kept, List.of());
    }

    private void proceed(Part leaf) {
        if (inside.isTrue(here())) {
            repeat(place);
            advance();
        } else if (inside.isFalse(here()) && inside.withoutUntimed().isTrue(here())) {
            // Only an event that must not come before keeps it from being complete: the next one counts.
            end();
            if (steps.isRepeated(place)) {
                anew(place, model.event);
            }
        } else if (waiting().isEmpty()) {
            // What it still needs is over.
            die(leaf);
        }
    }

    private void advance() {
        waits.keySet().removeAll(steps.leaves(place));
        close(place);
        if (place == steps.last()) {
            finish();
        } else if (model.isFree(place + 1, this)) {
            settle(place + 1, model.event);
        } else {
            end();
        }
    }

    private void finish() {
        model.matched(time, taken.seenBy(null));
        end();
    }

    void end() {
        model.attempts.remove(this);
    }

    private void refuse(Silence silence) {
        if (silence.millis() > 0 && place == 0 && inside.isAtBeginning(here(), silence)) {
            // Nothing has come before: the silence begins again.
            waits.put(silence, model.now + silence.millis());
            return;
        }
        waits.remove(silence);
        Inside before = happens(silence);
        inside.broken.add(silence);
        inside.begun.add(silence);
        update(silence, before, List.of());
        boolean isOver = inside.isFalse(here());
        boolean givesWay = steps.isRepeated(place)
                && !inside.withoutUntimed().isFalse(here())
                && !waiting().isEmpty();
        if (isOver && !givesWay) {
            die(silence);
        }
    }

    private void die(Part leaf) {
        end();
        boolean isFirst = Inside.contained(Inside.first(here()), leaf);
        restart(model.isSequence ? 0 : place, place, isFirst ? 0 : Inside.indexOf(steps.leaves(place), leaf));
    }

    /** In a sequence: an event that it did not take has come. */
    void untouched(Part leaf) {
        for (Part part : Inside.all(here())) {
            boolean isBegun = part instanceof Every
                    && Inside.contains(part, leaf)
                    && Inside.leaves(part).stream().anyMatch(inside.begun::contains)
                    && !inside.isTrue(Inside.parts(part).get(0));
            if (isBegun) {
                List<Part> before = inside.open(here()).stream()
                        .filter(one -> !Inside.contains(part, one))
                        .toList();
                List<Part> mayTake = fail(part, leaf);
                relisten(before, mayTake);
                return;
            }
        }
        die(leaf);
    }

    void silent(Silence silence, int at, long due) {
        waits.remove(silence);
        time = due;
        moveTo(at, model.event, Integer.MAX_VALUE);
        Inside before = happens(silence);
        inside.begun.add(silence);
        inside.done.add(silence);
        update(silence, before, List.of());
        proceed(silence);
    }

    void expire(Span limit) {
        if (top > limit.last()) {
            moveTo(limit.last() + 1, model.event, Integer.MAX_VALUE);
            return;
        }
        end();
        restart(limit.first(), steps.last() + 1, 0);
    }

    void expire(Within limit) {
        sincePart.remove(limit);
        round = null;
        Inside before = new Inside(inside);
        (inside.isTrue(limit.chain()) ? inside.done : inside.broken).add(limit);
        update(limit, before, List.of());
        if (inside.isFalse(here()) || waiting().isEmpty()) {
            end();
            restart(place, steps.last() + 1, 0);
        }
    }

    private void repeat(int at) {
        repeat(at, model.event, Integer.MAX_VALUE);
    }

    private void repeat(int at, long number, int barred) {
        steps.repeats.stream()
                .filter(repeat -> repeat.last() == at)
                .forEach(repeat -> another(repeat, number, time, barred, 0));
    }

    // The innermost repeat around an attempt that has ended begins again; before what ended it, it may take the event
    // too.
    private void restart(int latest, int before, int leaf) {
        for (Span repeat : steps.repeatsAround(place, latest)) {
            boolean hasRepeated =
                    repeat.last() == place && here() instanceof One one && count >= Math.max(1, one.min());
            if (!hasRepeated) {
                boolean isOffered = repeat.first() < before || repeat.first() == before && leaf > 0;
                another(repeat, isOffered ? model.event - 1 : model.event, model.now, before, leaf);
                return;
            }
        }
    }

    private void anew(int at, long number) {
        steps.repeats.stream()
                .filter(repeat -> repeat.first() == at)
                .forEach(repeat -> another(repeat, number, model.now, Integer.MAX_VALUE, 0));
    }

    // Begins a repeat, with what came before it. What ended another one is nothing for it from that leaf on.
    private void another(Span repeat, long number, long from, int barred, int leaf) {
        Attempt copy = new Attempt(model, from);
        copy.cameWith = model.event;
        copy.barredFrom = barred;
        copy.barredLeaf = leaf;
        copy.taken.copy(taken);
        steps.all.subList(repeat.first(), steps.all.size()).forEach(copy.taken::forget);
        since.forEach((limit, begun) -> {
            if (limit.first() < repeat.first() && limit.contains(repeat.first())) {
                copy.since.put(limit, begun);
            }
        });
        model.attempts.add(copy);
        copy.settle(repeat.first(), number);
    }
}
