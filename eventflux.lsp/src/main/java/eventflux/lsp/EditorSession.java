package eventflux.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** One conversation with one editor, from its first word to its last. */
final class EditorSession implements LanguageServer {

    private final TextDocumentService texts;
    private final WorkspaceService workspace = new WorkspaceEvents();
    private final CompletableFuture<Integer> end = new CompletableFuture<>();
    private volatile boolean isAskedToEnd; // written by the thread that reads from the editor

    EditorSession(TextDocumentService texts) {
        this.texts = texts;
    }

    /** The exit code, when the editor has said its last word. The protocol asks for 1 when it did not announce that. */
    CompletableFuture<Integer> end() {
        return end;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Full);
        can.setCompletionProvider(new CompletionOptions(false, List.of(".", ":", "'", "#", "@")));
        can.setHoverProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("eventflux")));
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        isAskedToEnd = true;
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        end.complete(isAskedToEnd ? 0 : 1);
    }

    @Override
    public void setTrace(SetTraceParams params) {
        // There is no trace to set.
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }
}
