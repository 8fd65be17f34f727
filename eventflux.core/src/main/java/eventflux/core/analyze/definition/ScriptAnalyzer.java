package eventflux.core.analyze.definition;

import eventflux.api.event.DataType;
import eventflux.api.query.FunctionDefinition;
import eventflux.api.query.Statement;
import eventflux.api.query.definition.ColumnDefinition;
import eventflux.api.spi.ExtensionKind;
import eventflux.api.spi.script.Script;
import eventflux.api.spi.script.ScriptFunction;
import eventflux.api.spi.script.ScriptLanguage;
import eventflux.core.analyze.expression.TypeNames;
import eventflux.core.analyze.problem.AnalysisError;
import eventflux.core.analyze.problem.ProblemLog;
import eventflux.core.catalog.CatalogSnapshot;
import eventflux.core.catalog.FunctionMethod;
import eventflux.core.catalog.ProvidedExtension;
import eventflux.core.catalog.ScriptMethods;
import eventflux.core.resolved.ExtensionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes functions of the scripts of an application. Scripts are read here already, so that their mistakes are reported. */
public final class ScriptAnalyzer {

    private final CatalogSnapshot extensions;
    private final ProblemLog problems;
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    public ScriptAnalyzer(CatalogSnapshot extensions, ProblemLog problems) {
        this.extensions = extensions;
        this.problems = problems;
    }

    /** The functions that statements define; what is wrong with them is reported. */
    public List<FunctionMethod> analyze(List<Statement> statements) {
        List<FunctionMethod> methods = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof FunctionDefinition definition) {
                if (!names.add(definition.name().text())) {
                    problems.report(
                            AnalysisError.DUPLICATE_DEFINITION,
                            definition.name().position(),
                            "name",
                            definition.name());
                }
                methods.add(analyze(definition));
            }
        }
        return methods;
    }

    // Where something is wrong the function is there all the same, so that its calls are no further problems.
    private FunctionMethod analyze(FunctionDefinition definition) {
        Optional<DataType> returns = TypeNames.find(definition.returnType(), problems);
        List<Optional<DataType>> takes = definition.parameters().stream()
                .map(parameter -> TypeNames.find(parameter.type(), problems))
                .toList();
        ExtensionRef language = new ExtensionRef(
                ExtensionKind.SCRIPT_LANGUAGE, definition.language().text());
        Optional<ProvidedExtension> found = extensions.find(language);
        if (found.isEmpty()) {
            problems.reportMissing(
                    language, definition.language().position(), extensions.names(ExtensionKind.SCRIPT_LANGUAGE));
        }
        Optional<ScriptFunction> script = found.flatMap(present -> read(definition, present));
        String name = definition.name().text();
        ExtensionRef provider = found.map(ProvidedExtension::ref).orElse(language);
        if (script.isEmpty() || takes.isEmpty() || takes.contains(Optional.<DataType>empty())) {
            return ScriptMethods.ofAny(
                    name, script.orElse(arguments -> null), returns.orElse(DataType.OBJECT), provider);
        }
        List<DataType> types = takes.stream().flatMap(Optional::stream).toList();
        return ScriptMethods.of(name, script.get(), types, returns.orElse(DataType.OBJECT), provider);
    }

    // A call into an extension: whatever goes wrong there is a problem of the script.
    private Optional<ScriptFunction> read(FunctionDefinition definition, ProvidedExtension language) {
        List<String> parameters = definition.parameters().stream()
                .map(ColumnDefinition::name)
                .map(name -> name.text())
                .toList();
        Script script = new Script(definition.name().text(), parameters, definition.body());
        try {
            return Optional.of(((ScriptLanguage) language.service()).compile(script));
        } catch (RuntimeException e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            problems.report(
                    AnalysisError.WRONG_SCRIPT,
                    definition.name().position(),
                    "name",
                    definition.name(),
                    "cause",
                    cause);
            return Optional.empty();
        }
    }
}
