package eventflux.ext.functions.aggregate;

import eventflux.api.spi.aggregate.Aggregator;
import eventflux.api.spi.state.LongBag;
import eventflux.api.spi.state.StateFactory;
import eventflux.api.spi.state.TextCodes;
import eventflux.api.text.ObjectText;
import eventflux.api.text.TextPieces;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A set of elements, each of which is counted, so that it goes when the last row with it goes. They are in the order of the texts
 * that are kept of them.
 */
abstract class Union implements Aggregator, TextPieces {

    private final TextCodes texts;
    private final LongBag elements;

    Union(StateFactory state) {
        texts = state.texts();
        elements = texts.bag("elements");
    }

    /** The element of a text that is kept. */
    abstract Object element(String text);

    /** Tells how an element lies in an object. */
    abstract void tellElement(String text, Consumer<String> out);

    final void addElement(String text) {
        elements.add(texts.code(text));
    }

    final void removeElement(String text) {
        elements.remove(texts.code(text));
    }

    @Override
    public final void reset() {
        elements.clear();
    }

    @Override
    public final boolean isNull() {
        return false;
    }

    @Override
    public final Object getObject() {
        Set<Object> union = new LinkedHashSet<>();
        for (long rank = 0; rank < elements.size(); rank = Runs.behind(elements, rank)) {
            union.add(element(texts.text(elements.at(rank))));
        }
        return union;
    }

    @Override
    public final void tell(Consumer<String> out) {
        ObjectText.tellSet((int) elements.distinct(), out);
        for (long rank = 0; rank < elements.size(); rank = Runs.behind(elements, rank)) {
            tellElement(texts.text(elements.at(rank)), out);
        }
    }
}
