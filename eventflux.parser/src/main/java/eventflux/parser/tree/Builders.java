package eventflux.parser.tree;

/** The builders of one text, which need one another. */
final class Builders {

    private final Reading reading;
    private final Names names;
    private final Literals literals;
    private final ReferenceBuilder references;
    private final ExpressionBuilder expressions;
    private final CallBuilder calls;
    private final SettingBuilder settings;
    private final HandlerBuilder handlers;
    private final PatternBuilder patterns;
    private final MatchBuilder matches;
    private final InputBuilder inputs;
    private final SelectBuilder selects;
    private final OutputBuilder outputs;
    private final QueryBuilder queries;

    Builders(Reading reading) {
        this.reading = reading;
        names = new Names(reading);
        literals = new Literals(reading);
        references = new ReferenceBuilder(this);
        expressions = new ExpressionBuilder(this);
        calls = new CallBuilder(this);
        settings = new SettingBuilder(this);
        handlers = new HandlerBuilder(this);
        patterns = new PatternBuilder(this);
        matches = new MatchBuilder(this);
        inputs = new InputBuilder(this);
        selects = new SelectBuilder(this);
        outputs = new OutputBuilder(this);
        queries = new QueryBuilder(this);
    }

    Reading reading() {
        return reading;
    }

    Names names() {
        return names;
    }

    Literals literals() {
        return literals;
    }

    ReferenceBuilder references() {
        return references;
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    CallBuilder calls() {
        return calls;
    }

    SettingBuilder settings() {
        return settings;
    }

    HandlerBuilder handlers() {
        return handlers;
    }

    PatternBuilder patterns() {
        return patterns;
    }

    MatchBuilder matches() {
        return matches;
    }

    InputBuilder inputs() {
        return inputs;
    }

    SelectBuilder selects() {
        return selects;
    }

    OutputBuilder outputs() {
        return outputs;
    }

    QueryBuilder queries() {
        return queries;
    }
}
