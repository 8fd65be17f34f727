package eventflux.core.operator.condition;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.agrona.collections.Int2ObjectHashMap;

/**
 * The conditions of the texts that hold for some key, and of some that came lately: also of those that stand for none, so that the same
 * mistake in each row is not looked for again and again.
 */
final class KnownTexts {

    private static final int MOST_IDLE = 64;
    private static final int LONGEST = 10_000;
    private static final int SHOWN = 200;

    private final ConditionTexts reader;
    // By the code of their text, which nobody else gets as long as a key holds it.
    private final Int2ObjectHashMap<TextCondition> held = new Int2ObjectHashMap<>();
    private final Map<String, Known> idle = new LinkedHashMap<>();

    KnownTexts(ConditionTexts reader) {
        this.reader = reader;
    }

    /** What a text was found to be. */
    private record Known(Optional<TextCondition> condition, Optional<Problem> refusal) {}

    /** The condition of a text that holds for a key. */
    TextCondition held(int code) {
        return held.get(code);
    }

    /** The condition of a text that is about to hold for one more key; throws when it stands for none. */
    TextCondition hold(int code, String text) {
        TextCondition present = held.get(code);
        if (present == null) {
            present = read(text);
            held.put(code, present);
        }
        return present;
    }

    /** A text holds for no key any more. */
    void letGo(int code, String text) {
        keep(text, new Known(Optional.of(held.remove(code)), Optional.empty()));
    }

    private TextCondition read(String text) {
        Known known = idle.remove(text);
        if (known == null) {
            known = ask(text);
        }
        if (known.refusal().isPresent()) {
            keep(text, known);
            throw new EventFluxException(known.refusal().get());
        }
        return known.condition().orElseThrow();
    }

    private Known ask(String text) {
        if (text.length() > LONGEST) {
            return refused(text, "it has more than " + LONGEST + " characters");
        }
        try {
            return new Known(Optional.of(reader.read(text)), Optional.empty());
        } catch (EventFluxException refusal) {
            return refused(
                    text, refusal.problems().stream().map(KnownTexts::sentence).collect(Collectors.joining("; ")));
        }
    }

    private static Known refused(String text, String reason) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new Known(
                Optional.empty(),
                Optional.of(Problem.of(ConditionError.CONDITION_REFUSED, "text", shown, "reason", reason)));
    }

    private static String sentence(Problem problem) {
        return problem.message()
                + problem.suggestion()
                        .map(name -> " (did you mean " + name + "?)")
                        .orElse("");
    }

    private void keep(String text, Known known) {
        idle.put(text, known);
        if (idle.size() > MOST_IDLE) {
            Iterator<String> oldest = idle.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
