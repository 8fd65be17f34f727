package eventflux.lsp;

import eventflux.lsp.Place.Within;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;

/** What is known of the word under the mouse. */
final class Hovers {

    private final Vocabulary vocabulary;

    Hovers(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Optional<Hover> at(OpenText text, Position position) {
        Place place = Place.at(text.text(), text.lines().offset(position));
        if (place.word().isEmpty() || place.within() == Within.COMMENT) {
            return Optional.empty();
        }
        List<String> extensions = vocabulary.namedAt(place).stream()
                .map(extension -> new ExtensionPage(extension).markdown())
                .toList();
        Stream<String> pages = extensions.isEmpty() ? names(text, place) : extensions.stream();
        String markdown = pages.collect(Collectors.joining("\n---\n\n"));
        return markdown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hover(
                        new MarkupContent(MarkupKind.MARKDOWN, markdown),
                        text.lines().range(place.wordStart(), place.wordEnd())));
    }

    private static Stream<String> names(OpenText text, Place place) {
        if (place.within() == Within.STRING) {
            return Stream.empty();
        }
        Optional<Relation> relation = text.relations().find(place.word());
        return relation.isPresent() ? relation.map(Hovers::page).stream() : columns(text, place);
    }

    private static String page(Relation relation) {
        String origin = relation.declared() ? "" : "\nNot declared: queries that write to it give it its columns.\n";
        return code(relation.heading()) + origin;
    }

    private static Stream<String> columns(OpenText text, Place place) {
        return text.relations().namedIn(place.statement()).stream()
                .flatMap(relation -> relation.columns().stream()
                        .filter(column -> column.name().equals(place.word()))
                        .map(column -> code(column.toString()) + "\nColumn of " + relation.name() + "\n"));
    }

    private static String code(String line) {
        return "```eventflux\n" + line + "\n```\n";
    }
}
