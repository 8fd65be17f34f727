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

/** The set of texts, each of which is counted, so that it goes when the last row with it goes. In their order by code points. */
final class TextUnion implements Aggregator.OfText, TextPieces {

    private final TextCodes texts;
    private final LongBag elements;

    TextUnion(StateFactory state) {
        texts = state.texts();
        elements = texts.bag("elements");
    }

    @Override
    public void add(String text) {
        elements.add(texts.code(text));
    }

    @Override
    public void remove(String text) {
        elements.remove(texts.code(text));
    }

    @Override
    public void reset() {
        elements.clear();
    }

    @Override
    public boolean isNull() {
        return false;
    }

    @Override
    public Object getObject() {
        Set<Object> union = new LinkedHashSet<>();
        for (long rank = 0; rank < elements.size(); rank = Runs.behind(elements, rank)) {
            union.add(texts.text(elements.at(rank)));
        }
        return union;
    }

    @Override
    public void tell(Consumer<String> out) {
        ObjectText.tellSet((int) elements.distinct(), out);
        for (long rank = 0; rank < elements.size(); rank = Runs.behind(elements, rank)) {
            ObjectText.tellText(texts.text(elements.at(rank)), out);
        }
    }
}
