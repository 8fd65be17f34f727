package eventflux.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What an editor asks about its texts. Called by the one thread that reads from the editor. */
final class TextRequests implements TextDocumentService {

    private final OpenTexts texts;
    private final Answers answers;

    TextRequests(OpenTexts texts, Answers answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        texts.put(
                params.getTextDocument().getUri(),
                params.getTextDocument().getVersion(),
                params.getTextDocument().getText());
    }

    /** Whole texts were asked for, so the last change is the text. */
    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
        if (!changes.isEmpty()) {
            texts.put(
                    params.getTextDocument().getUri(),
                    params.getTextDocument().getVersion(),
                    changes.get(changes.size() - 1).getText());
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        texts.remove(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // Every change has been checked already.
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return answer(
                params.getTextDocument(),
                text -> Either.forLeft(answers.completion().at(text, params.getPosition())),
                Either.forLeft(List.of()));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return answer(
                params.getTextDocument(),
                text -> answers.hovers().at(text, params.getPosition()).orElse(null),
                null);
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return answer(
                params.getTextDocument(),
                text -> Symbols.of(text).stream()
                        .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                        .toList(),
                List.of());
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return answer(params.getTextDocument(), answers.formatting()::edits, List.of());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        return answer(
                params.getTextDocument(),
                text -> new Diagnoses(text)
                        .cures(texts.problems(text), params.getRange()).stream()
                                .map(Either::<Command, CodeAction>forRight)
                                .toList(),
                List.of());
    }

    private <R> CompletableFuture<R> answer(
            TextDocumentIdentifier document, Function<OpenText, R> question, R otherwise) {
        return CompletableFuture.completedFuture(
                texts.find(document.getUri()).map(question).orElse(otherwise));
    }
}
