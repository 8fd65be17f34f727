package eventflux.core.analyze.expression;

import eventflux.api.event.DataType;
import eventflux.api.query.expression.BinaryOperator;
import eventflux.api.query.expression.Call;
import eventflux.api.spi.ExtensionName;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.resolved.Expr;
import eventflux.core.resolved.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What looks like a function and is none: its type depends on more than the types of its arguments, or it needs no code. */
final class SpecialForms {

    private static final Map<String, Form> FORMS = new HashMap<>();

    static {
        addConversions();
        addChoices();
        add(new Form("now()", 0, 0, (forms, call, arguments) -> new Expr.Now()), "now", "currentTimeMillis");
        add(
                new Form("eventTimestamp()", 0, 0, (forms, call, arguments) -> new Expr.EventTimestamp()),
                "eventTimestamp");
    }

    /** As the reference page spells them, for suggestions. */
    static final List<String> NAMES = FORMS.values().stream()
            .map(Form::usage)
            .map(usage -> usage.replaceAll("[(].*", ""))
            .distinct()
            .toList();

    private final ExpressionContext context;
    private final Operators operators;
    private final Choices choices;

    SpecialForms(ExpressionContext context) {
        this.context = context;
        operators = new Operators(context);
        choices = new Choices(context);
    }

    /** Builds the expression from resolved arguments. */
    @FunctionalInterface
    private interface Builder {
        Expr build(SpecialForms forms, Call call, List<Expr> arguments);
    }

    /**
     * One form.
     *
     * @param usage how it is called
     * @param atLeast how many arguments it needs
     * @param atMost how many it takes
     */
    private record Form(String usage, int atLeast, int atMost, Builder builder) {}

    /** Whether a call is one of them. */
    static boolean has(Call call) {
        return FORMS.containsKey(key(call));
    }

    /** What the call means, or a problem. */
    Expr build(Call call, List<Expr> arguments) {
        Form form = FORMS.get(key(call));
        if (arguments.size() < form.atLeast() || arguments.size() > form.atMost()) {
            context.problems()
                    .report(
                            AnalysisError.WRONG_ARGUMENTS,
                            call.position(),
                            "name",
                            call.name(),
                            "given",
                            Overloads.types(arguments),
                            "signatures",
                            form.usage());
            return Unresolved.EXPR;
        }
        return Unresolved.isAny(arguments) ? Unresolved.EXPR : form.builder().build(this, call, arguments);
    }

    private static String key(Call call) {
        String name = ExtensionName.letters(call.name().text());
        return call.namespace()
                .map(namespace -> namespace.text().toLowerCase(Locale.ROOT) + ":" + name)
                .orElse(name);
    }

    private static void add(Form form, String... names) {
        List.of(names).forEach(name -> FORMS.put(name.toLowerCase(Locale.ROOT), form));
    }

    private static void addConversions() {
        add(new Form("cast(value, 'type')", 2, 2, SpecialForms::cast), "cast");
        add(new Form("convert(value, 'type')", 2, 2, SpecialForms::convert), "convert");
        Map<String, DataType> types = Map.of(
                "Boolean", DataType.BOOL,
                "String", DataType.STRING,
                "Integer", DataType.INT,
                "Long", DataType.LONG,
                "Float", DataType.FLOAT,
                "Double", DataType.DOUBLE);
        types.forEach((name, type) -> {
            String form = "instanceOf" + name;
            add(new Form(form + "(value)", 1, 1, (forms, call, arguments) -> isOfType(arguments.get(0), type)), form);
        });
    }

    private static void addChoices() {
        add(
                new Form(
                        "coalesce(value, …)",
                        1,
                        Integer.MAX_VALUE,
                        (forms, call, arguments) -> forms.choices.coalesce(arguments, call.position())),
                "coalesce",
                "str:coalesce");
        add(new Form("isNull(value)", 1, 1, (forms, call, arguments) -> isNull(arguments.get(0))), "isNull");
        add(
                new Form(
                        "default(value, value)",
                        2,
                        2,
                        (forms, call, arguments) -> forms.choices.coalesce(arguments, call.position())),
                "default",
                "ifnull",
                "nvl");
        add(new Form("ifThenElse(condition, value, value)", 3, 3, SpecialForms::ifThenElse), "ifThenElse", "if", "iif");
        add(new Form("nullif(value, value)", 2, 2, SpecialForms::nullIf), "nullif");
    }

    private Expr cast(Call call, List<Expr> arguments) {
        return targetType(call, arguments.get(1))
                .map(type -> Conversions.cast(arguments.get(0), type))
                .orElse(Unresolved.EXPR);
    }

    private Expr convert(Call call, List<Expr> arguments) {
        return targetType(call, arguments.get(1))
                .map(type -> Conversions.convert(arguments.get(0), type, context.isClassic()))
                .orElse(Unresolved.EXPR);
    }

    private Optional<DataType> targetType(Call call, Expr name) {
        if (name instanceof Expr.Constant constant && constant.value() instanceof String text) {
            return TypeNames.find(text, call.arguments().get(1).position(), context.problems());
        }
        context.problems()
                .report(
                        AnalysisError.WRONG_ARGUMENT,
                        call.arguments().get(1).position(),
                        "parameter",
                        "type",
                        "name",
                        call.name(),
                        "types",
                        "the name of a type in quotes");
        return Optional.empty();
    }

    private static Expr isOfType(Expr value, DataType type) {
        if (value.type() == type) {
            return new Truth.Not(new Truth.IsNull(value), false);
        }
        boolean isObject = value.type() == DataType.OBJECT && !Widening.isUntypedNull(value);
        return isObject ? new Truth.IsOfType(value, type) : new Expr.Constant(DataType.BOOL, false);
    }

    private Expr ifThenElse(Call call, List<Expr> arguments) {
        Expr condition =
                operators.condition(arguments.get(0), call.arguments().get(0).position());
        return choices.choice(List.of(condition), arguments.subList(1, 3), call.position());
    }

    private static Expr isNull(Expr value) {
        return Widening.isUntypedNull(value) ? new Expr.Constant(DataType.BOOL, true) : new Truth.IsNull(value);
    }

    private Expr nullIf(Call call, List<Expr> arguments) {
        Expr isEqual = operators.binary(BinaryOperator.EQUAL, arguments.get(0), arguments.get(1), call.position());
        Expr nothing = new Expr.Constant(arguments.get(0).type(), null);
        return choices.choice(List.of(isEqual), List.of(nothing, arguments.get(0)), call.position());
    }
}
