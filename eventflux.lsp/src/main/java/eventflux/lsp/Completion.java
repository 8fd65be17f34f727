package eventflux.lsp;

import eventflux.api.event.DataType;
import eventflux.api.query.Continuation;
import eventflux.api.query.Continuation.NameKind;
import eventflux.api.query.QueryParser;
import eventflux.api.spi.ExtensionDescriptor;
import eventflux.api.spi.ExtensionKind;
import eventflux.lsp.Place.Within;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What may be typed at a place. The grammar says which keywords and kinds of names fit; the text and the engine's extensions say
 * which names there are. Behind a mistake, where the grammar is at a loss, all names are offered.
 */
final class Completion {

    /** A name and a dot or colon right before the place. */
    private static final Pattern QUALIFIER =
            Pattern.compile("(?s).*?([\\p{L}_][\\p{L}\\p{N}_]*)\\s*(?:\\[[^\\]]*\\])?\\s*([.:])\\s*");

    /** What a statement writes to. */
    private static final Pattern TARGET = Pattern.compile("\\binto\\s+[#!]?\\w+", Pattern.CASE_INSENSITIVE);

    private static final List<String> ANNOTATIONS = List.of(
            "app:name",
            "app:description",
            "app:playback",
            "app:timeZone",
            "app:loops",
            "app:requires",
            "Async",
            "cache",
            "Index",
            "info",
            "map",
            "OnError",
            "PrimaryKey",
            "purge",
            "sink",
            "source",
            "Store",
            "Watermark");

    private final QueryParser parser;
    private final Vocabulary vocabulary;

    Completion(QueryParser parser, Vocabulary vocabulary) {
        this.parser = parser;
        this.vocabulary = vocabulary;
    }

    List<CompletionItem> at(OpenText text, Position position) {
        Place place = Place.at(text.text(), text.lines().offset(position));
        List<CompletionItem> items = new ArrayList<>();
        if (place.within() != Within.COMMENT) {
            collect(text, place, items);
        }
        place(items, text, place);
        return items;
    }

    private void collect(OpenText text, Place place, List<CompletionItem> items) {
        List<ExtensionDescriptor> askedFor = vocabulary.askedForAt(place);
        if (!askedFor.isEmpty()) {
            askedFor.forEach(extension -> items.add(item(extension)));
            return;
        }
        if (place.within() == Within.STRING) {
            return;
        }
        Matcher qualifier = QUALIFIER.matcher(place.before());
        if (qualifier.matches()) {
            collectQualified(text, place, qualifier, items);
        } else {
            collectByGrammar(text, place, items);
        }
    }

    private void collectQualified(OpenText text, Place place, Matcher qualifier, List<CompletionItem> items) {
        String name = qualifier.group(1);
        if (qualifier.group(2).equals(".")) {
            Collection<Relation> sources = text.relations()
                    .find(name)
                    .<Collection<Relation>>map(List::of)
                    .orElseGet(() -> inScope(text, place));
            addColumns(sources, items);
        } else {
            vocabulary.calls().stream()
                    .filter(extension -> extension.namespace().equalsIgnoreCase(name))
                    .forEach(extension -> items.add(item(extension)));
        }
    }

    private void collectByGrammar(OpenText text, Place place, List<CompletionItem> items) {
        Continuation next = parser.continuation(text.text().substring(0, place.wordStart()));
        Set<NameKind> names = next.isUnknown() ? EnumSet.allOf(NameKind.class) : next.names();
        boolean isExpression = names.contains(NameKind.COLUMN);
        if (isExpression) {
            addColumns(inScope(text, place), items);
        }
        if (names.contains(NameKind.STREAM)) {
            Collection<Relation> relations =
                    isExpression ? inScope(text, place) : text.relations().all();
            relations.forEach(relation -> items.add(item(relation)));
        } else if (names.contains(NameKind.TABLE)) {
            text.relations().all().stream().filter(Relation::isTable).forEach(relation -> items.add(item(relation)));
        }
        if (names.contains(NameKind.FUNCTION)) {
            vocabulary.calls().forEach(extension -> items.add(item(extension)));
        }
        if (names.contains(NameKind.TYPE)) {
            types(place).forEach(type -> items.add(named(type, CompletionItemKind.TypeParameter, "type")));
        }
        if (names.contains(NameKind.ANNOTATION) && place.prefix().isEmpty()) {
            ANNOTATIONS.forEach(name -> items.add(named("@" + name, CompletionItemKind.Property, "annotation")));
        }
        next.keywords().stream()
                .sorted()
                .forEach(word -> items.add(named(place.spelled(word), CompletionItemKind.Keyword, "keyword")));
    }

    private static Stream<String> types(Place place) {
        return Arrays.stream(DataType.values()).map(type -> place.spelled(type.name()));
    }

    /** The relations that the statement reads, wherever it names them; all of them while it names none. */
    private static Collection<Relation> inScope(OpenText text, Place place) {
        String reading = TARGET.matcher(place.statement()).replaceAll(" ");
        List<Relation> named = text.relations().namedIn(reading);
        return named.isEmpty() ? text.relations().all() : named;
    }

    private static void addColumns(Collection<Relation> relations, List<CompletionItem> items) {
        for (Relation relation : relations) {
            for (Relation.Column column : relation.columns()) {
                String detail = column.type().map(type -> type + ", ").orElse("") + relation.name();
                items.add(named(column.name(), CompletionItemKind.Field, detail));
            }
        }
    }

    private static CompletionItem item(Relation relation) {
        return named(relation.name(), CompletionItemKind.Struct, relation.heading());
    }

    private static CompletionItem item(ExtensionDescriptor extension) {
        ExtensionPage page = new ExtensionPage(extension);
        boolean isCalled = extension.kind() == ExtensionKind.FUNCTION || extension.kind() == ExtensionKind.AGGREGATOR;
        CompletionItemKind kind = isCalled ? CompletionItemKind.Function : CompletionItemKind.Module;
        CompletionItem item = named(extension.qualifiedName(), kind, page.heading());
        item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, page.markdown()));
        return item;
    }

    private static CompletionItem named(String label, CompletionItemKind kind, String detail) {
        CompletionItem item = new CompletionItem(label);
        item.setKind(kind);
        item.setDetail(detail);
        return item;
    }

    /** Says which part of the text an item takes the place of, and keeps the order: what is nearest to the author comes first. */
    private static void place(List<CompletionItem> items, OpenText text, Place place) {
        Optional<String> namespace = Optional.of(QUALIFIER.matcher(place.before()))
                .filter(Matcher::matches)
                .filter(qualifier -> qualifier.group(2).equals(":"))
                .map(qualifier -> qualifier.group(1) + ":");
        for (int i = 0; i < items.size(); i++) {
            CompletionItem item = items.get(i);
            String word = namespace
                    .filter(prefix -> item.getLabel().regionMatches(true, 0, prefix, 0, prefix.length()))
                    .map(prefix -> item.getLabel().substring(prefix.length()))
                    .orElse(item.getLabel());
            item.setFilterText(word);
            item.setSortText(String.format("%05d", i));
            item.setTextEdit(Either.forLeft(new TextEdit(text.lines().range(place.wordStart(), place.offset()), word)));
        }
    }
}
