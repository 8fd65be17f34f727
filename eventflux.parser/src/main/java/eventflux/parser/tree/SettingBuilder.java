package eventflux.parser.tree;

import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.expression.BooleanLiteral;
import eventflux.api.query.expression.ColumnReference;
import eventflux.api.query.expression.Expression;
import eventflux.api.query.expression.NullLiteral;
import eventflux.api.query.node.Name;
import eventflux.parser.grammar.EventFluxGrammar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds annotations and the settings of a {@code WITH} clause. */
final class SettingBuilder {

    private final Builders builders;
    private final Reading reading;

    SettingBuilder(Builders builders) {
        this.builders = builders;
        this.reading = builders.reading();
    }

    List<Annotation> annotations(List<EventFluxGrammar.AnnotationContext> contexts) {
        return contexts.stream().map(this::annotation).toList();
    }

    private Annotation annotation(EventFluxGrammar.AnnotationContext context) {
        Name first = builders.names().name(context.name());
        boolean isQualified = context.anyName() != null;
        List<Setting> elements = context.annotationItem().stream()
                .filter(item -> item.annotation() == null)
                .map(item -> setting(item, item.settingKey(), item.settingValue()))
                .toList();
        List<Annotation> nested = context.annotationItem().stream()
                .filter(item -> item.annotation() != null)
                .map(item -> annotation(item.annotation()))
                .toList();
        return new Annotation(
                isQualified ? Optional.of(first) : Optional.empty(),
                isQualified ? builders.names().name(context.anyName()) : first,
                elements,
                nested,
                reading.at(context));
    }

    List<Setting> settings(EventFluxGrammar.SettingsContext context) {
        return context == null
                ? List.of()
                : context.setting().stream()
                        .map(item -> setting(item, item.settingKey(), item.settingValue()))
                        .toList();
    }

    private Setting setting(
            ParserRuleContext context,
            EventFluxGrammar.SettingKeyContext key,
            EventFluxGrammar.SettingValueContext value) {
        return new Setting(
                Optional.ofNullable(key).map(this::key),
                Optional.ofNullable(value).map(this::value),
                reading.at(context));
    }

    private Name key(EventFluxGrammar.SettingKeyContext context) {
        if (context.STRING() != null) {
            return new Name(builders.literals().string(context.start).value(), reading.at(context));
        }
        String text = context.children.stream()
                .map(child -> child instanceof TerminalNode
                        ? child.getText()
                        : Names.unquoted(((ParserRuleContext) child).start))
                .collect(Collectors.joining());
        return new Name(text, reading.at(context));
    }

    private Expression value(EventFluxGrammar.SettingValueContext context) {
        if (context.stringLiteral() != null) {
            return builders.literals().string(context.stringLiteral());
        }
        if (context.duration() != null) {
            return builders.literals().duration(context.duration());
        }
        if (context.number() != null) {
            Token number = context.number().start;
            return builders.literals().number(number, context.MINUS() == null ? "" : "-", reading.at(context));
        }
        if (context.booleanLiteral() != null) {
            return new BooleanLiteral(context.booleanLiteral().TRUE() != null, reading.at(context));
        }
        if (context.NULL() != null) {
            return new NullLiteral(reading.at(context));
        }
        Name word = builders.names().name(context.anyName());
        return new ColumnReference(Optional.empty(), Optional.empty(), word, reading.at(context));
    }
}
