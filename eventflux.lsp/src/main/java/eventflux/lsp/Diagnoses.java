package eventflux.lsp;

import eventflux.api.error.Problem;
import eventflux.api.error.SourcePosition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Problems as the protocol says them, and what cures them. */
final class Diagnoses {

    private static final SourcePosition NOWHERE = new SourcePosition(1, 1, 1);

    /** A suggestion that can be typed as it is; others describe what to do. */
    private static final Pattern REPLACEMENT = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:]*");

    private final OpenText text;

    Diagnoses(OpenText text) {
        this.text = text;
    }

    Diagnostic diagnostic(Problem problem) {
        String message = problem.message()
                + problem.suggestion()
                        .map(name -> " (did you mean " + name + "?)")
                        .orElse("");
        DiagnosticSeverity severity = problem.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        Diagnostic diagnostic = new Diagnostic(range(problem), message, severity, "eventflux");
        diagnostic.setCode(problem.code().code());
        return diagnostic;
    }

    private Range range(Problem problem) {
        return text.lines().range(problem.position().orElse(NOWHERE));
    }

    /** The cures of those problems that lie in a range. */
    List<CodeAction> cures(List<Problem> problems, Range range) {
        return problems.stream()
                .filter(problem -> meet(range(problem), range))
                .flatMap(problem -> cure(problem).stream())
                .toList();
    }

    private Optional<CodeAction> cure(Problem problem) {
        return problem.suggestion()
                .filter(name -> problem.position().isPresent())
                .filter(name -> REPLACEMENT.matcher(name).matches())
                .map(name -> replace(problem, name));
    }

    private CodeAction replace(Problem problem, String name) {
        Diagnostic diagnostic = diagnostic(problem);
        String replacement = likeThatAt(diagnostic.getRange(), name);
        CodeAction action = new CodeAction("Replace by " + replacement);
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(diagnostic));
        action.setIsPreferred(true);
        WorkspaceEdit edit = new WorkspaceEdit();
        edit.getChanges().put(text.uri(), List.of(new TextEdit(diagnostic.getRange(), replacement)));
        action.setEdit(edit);
        return action;
    }

    /** In quotes where quotes are replaced. */
    private String likeThatAt(Range range, String name) {
        int start = text.lines().offset(range.getStart());
        return Stream.of("'", "\"", "`")
                .filter(quote -> text.text().startsWith(quote, start))
                .findFirst()
                .map(quote -> quote + name + quote)
                .orElse(name);
    }

    private static boolean meet(Range a, Range b) {
        return !isBefore(a.getEnd(), b.getStart()) && !isBefore(b.getEnd(), a.getStart());
    }

    private static boolean isBefore(Position a, Position b) {
        return a.getLine() != b.getLine() ? a.getLine() < b.getLine() : a.getCharacter() < b.getCharacter();
    }
}
