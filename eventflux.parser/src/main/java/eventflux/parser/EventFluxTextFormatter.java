package eventflux.parser;

import eventflux.api.error.EventFluxException;
import eventflux.api.error.Problem;
import eventflux.api.query.TextFormatter;
import eventflux.parser.format.TextLayout;
import eventflux.parser.grammar.EventFluxGrammar;
import eventflux.parser.text.ProblemList;
import eventflux.parser.text.SourceText;
import eventflux.parser.text.TokenizedText;
import eventflux.parser.text.Tokenizer;
import eventflux.parser.text.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.osgi.service.component.annotations.Component;

/**
 * Formats texts by the grammar. Variables are read as names first, then as numbers, so that the outcome is the same on every
 * machine; their values are asked for only when neither can be read.
 */
@Component
public final class EventFluxTextFormatter implements TextFormatter {

    private final List<Variables> readings;

    /** A formatter that takes the values of variables, where they are needed, from the process. */
    public EventFluxTextFormatter() {
        this(Variables.ofProcess());
    }

    EventFluxTextFormatter(Variables values) {
        this.readings = List.of(
                new Variables(name -> Optional.of("variable")), new Variables(name -> Optional.of("1")), values);
    }

    @Override
    public String format(String text) {
        List<Problem> problems = List.of();
        for (Variables reading : readings) {
            problems = new EventFluxQueryParser(reading).parse(text).problems();
            if (problems.isEmpty()) {
                return format(text, reading);
            }
        }
        throw new EventFluxException(problems);
    }

    private static String format(String text, Variables reading) {
        ProblemList none = new ProblemList();
        SourceText source = reading.substitute(text, none);
        TokenizedText words = new Tokenizer(source, none).tokenize();
        return TextLayout.print(words, units(words.tokens()));
    }

    private static List<EventFluxGrammar.UnitContext> units(List<Token> tokens) {
        UnitParser parser = new UnitParser();
        List<EventFluxGrammar.UnitContext> units = new ArrayList<>();
        int next = 0;
        while (tokens.get(next).getType() != Token.EOF) {
            UnitParser.Parsed<EventFluxGrammar.UnitContext> unit =
                    parser.unit(tokens, next).orElseThrow(() -> new IllegalStateException("a unit without problems"));
            units.add(unit.tree());
            next = unit.next();
        }
        return units;
    }
}
