package eventflux.core.analyze.definition;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import eventflux.api.event.Schema;
import eventflux.api.query.TableDefinition;
import eventflux.api.query.definition.Annotation;
import eventflux.api.query.definition.ColumnConstraint;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.query.definition.Setting;
import eventflux.api.query.node.Name;
import eventflux.core.analyze.expression.StreamColumns;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.analyze.setting.RawSetting;
import eventflux.core.resolved.ResolvedStore;
import eventflux.core.resolved.ResolvedTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Resolves definitions of tables: columns, keys and where their rows are. */
public final class TableAnalyzer {

    private static final List<String> ANNOTATIONS = List.of("PrimaryKey", "Index", "Store");

    private final Tables tables;
    private final StoreAnalyzer stores;
    private final ProblemLog problems;

    public TableAnalyzer(Tables tables, StoreAnalyzer stores, ProblemLog problems) {
        this.tables = tables;
        this.stores = stores;
        this.problems = problems;
    }

    /** Adds the table of a definition to the tables. */
    public void analyze(TableDefinition definition) {
        StreamColumns columns = ColumnList.of(definition.name(), definition.columns(), problems);
        Draft draft = new Draft(columns.schema());
        for (ColumnDefinition column : definition.columns()) {
            draft.take(column);
        }
        definition.primaryKey().forEach(name -> draft.addKey(name.text(), name.position()));
        definition.annotations().forEach(draft::take);
        RawSetting.written(definition.settings()).forEach(draft::take);
        Optional<ResolvedStore> store = stores.analyze(draft.store, columns, definition.name());
        tables.define(columns, draft.table(definition.name(), store));
    }

    /** A table under construction. */
    private final class Draft {

        private final Schema schema;
        private final Set<Integer> primaryKey = new LinkedHashSet<>();
        private final Set<Integer> indexed = new LinkedHashSet<>();
        private final Set<Integer> notNull = new LinkedHashSet<>();
        private final StoreDraft store = new StoreDraft();

        Draft(Schema schema) {
            this.schema = schema;
        }

        ResolvedTable table(Name name, Optional<ResolvedStore> where) {
            notNull.addAll(primaryKey);
            if (primaryKey.size() == 1) {
                indexed.removeAll(primaryKey);
            }
            return new ResolvedTable(
                    name.text(), schema, List.copyOf(primaryKey), List.copyOf(indexed), List.copyOf(notNull), where);
        }

        void take(ColumnDefinition column) {
            int place = schema.indexOf(column.name().text());
            if (column.constraints().contains(ColumnConstraint.PRIMARY_KEY)) {
                primaryKey.add(place);
            }
            if (column.constraints().contains(ColumnConstraint.NOT_NULL)) {
                notNull.add(place);
            }
        }

        void take(Annotation annotation) {
            switch (annotation.name().text().toLowerCase(Locale.ROOT)) {
                case "primarykey" ->
                    annotation
                            .elements()
                            .forEach(element -> split(element).forEach(name -> addKey(name, element.position())));
                case "index", "indexby" ->
                    annotation
                            .elements()
                            .forEach(element -> split(element).forEach(name -> addIndex(name, element.position())));
                case "store" -> store.take(annotation);
                default ->
                    problems.reportUnknown(
                            Problem.of(AnalysisError.UNKNOWN_ANNOTATION, "annotation", "@" + annotation.name()),
                            annotation.position(),
                            annotation.name().text(),
                            ANNOTATIONS);
            }
        }

        private static List<String> split(Setting element) {
            return split(element.text());
        }

        private static List<String> split(String names) {
            List<String> parts = new ArrayList<>();
            for (String part : names.split(",")) {
                parts.add(part.strip());
            }
            return parts;
        }

        void take(RawSetting setting) {
            switch (setting.key().toLowerCase(Locale.ROOT)) {
                case "primary.key", "primarykey", "primary_key" ->
                    split(setting.text()).forEach(name -> addKey(name, setting.position()));
                case "index", "indexes" -> split(setting.text()).forEach(name -> addIndex(name, setting.position()));
                default -> store.take(setting);
            }
        }

        void addKey(String name, SourcePosition position) {
            add(name, position, primaryKey);
        }

        private void addIndex(String name, SourcePosition position) {
            add(name, position, indexed);
        }

        private void add(String name, SourcePosition position, Set<Integer> places) {
            int place = schema.indexOf(name);
            if (place >= 0) {
                places.add(place);
                return;
            }
            problems.reportUnknown(
                    Problem.of(AnalysisError.UNKNOWN_COLUMN, "stream", "the table", "column", name),
                    position,
                    name,
                    schema.names());
        }
    }
}
