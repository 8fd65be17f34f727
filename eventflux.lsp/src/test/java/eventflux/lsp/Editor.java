package eventflux.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import eventflux.api.EventFluxManager;
import eventflux.api.query.QueryParser;
import eventflux.api.query.TextFormatter;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor at the other end of two pipes, with one text open. Speaks the protocol in bytes, as a real one does. */
final class Editor implements AutoCloseable, LanguageClient {

    private static final String URI = "file:///app.eventflux";
    private static final long PATIENCE_SECONDS = 60;

    private final EventFluxManager engine = EventFluxManager.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();
    private final PipedOutputStream toServer = new PipedOutputStream();
    private final PipedOutputStream toEditor = new PipedOutputStream();
    private final LanguageServer server;
    private final Future<Integer> exitCode;
    private String text = "";
    private int version;

    private Editor() throws IOException {
        PipedInputStream fromEditor = new PipedInputStream(toServer);
        PipedInputStream fromServer = new PipedInputStream(toEditor);
        QueryParser parser = ServiceLoader.load(QueryParser.class).findFirst().orElseThrow();
        TextFormatter formatter =
                ServiceLoader.load(TextFormatter.class).findFirst().orElseThrow();
        LanguageServerCommand command = new LanguageServerCommand(engine, parser, formatter);
        exitCode = threads.submit(() -> command.run(fromEditor, toEditor));
        Launcher<LanguageServer> line =
                LSPLauncher.createClientLauncher(this, fromServer, toServer, threads, consumer -> consumer);
        server = line.getRemoteProxy();
        line.startListening();
    }

    static Editor start() throws Exception {
        return new Editor();
    }

    InitializeResult initialize() throws Exception {
        return get(server.initialize(new InitializeParams()));
    }

    Editor open(String content) {
        text = content;
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(URI, "eventflux", ++version, text)));
        return this;
    }

    void change(String content) {
        text = content;
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(URI, ++version),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    /** The problems of the version that was sent last. */
    PublishDiagnosticsParams awaitDiagnostics() throws InterruptedException {
        while (true) {
            PublishDiagnosticsParams next = diagnostics.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("diagnostics of version %d", version).isNotNull();
            if (next.getVersion() == version) {
                return next;
            }
        }
    }

    List<String> complete(String behind) throws Exception {
        return completionItems(behind).stream().map(CompletionItem::getLabel).toList();
    }

    List<CompletionItem> completionItems(String behind) throws Exception {
        return get(server.getTextDocumentService().completion(new CompletionParams(document(), end(behind))))
                .getLeft();
    }

    Hover hover(String word) throws Exception {
        return get(server.getTextDocumentService().hover(new HoverParams(document(), start(word))));
    }

    List<DocumentSymbol> symbols() throws Exception {
        return get(server.getTextDocumentService().documentSymbol(new DocumentSymbolParams(document()))).stream()
                .map(Either::getRight)
                .toList();
    }

    List<CodeAction> cures(Range range) throws Exception {
        CodeActionContext context = new CodeActionContext(new ArrayList<>());
        return get(server.getTextDocumentService().codeAction(new CodeActionParams(document(), range, context)))
                .stream()
                .map(Either::getRight)
                .toList();
    }

    List<? extends TextEdit> format() throws Exception {
        DocumentFormattingParams params = new DocumentFormattingParams(document(), new FormattingOptions(4, true));
        return get(server.getTextDocumentService().formatting(params));
    }

    /** Ends the conversation as the protocol asks; answers the exit code of the process. */
    int sayGoodbye() throws Exception {
        get(server.shutdown());
        server.exit();
        return exitCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Ends the conversation without a word; answers the exit code of the process. */
    int hangUp() throws Exception {
        toServer.close();
        return exitCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** What a range covers. */
    String textAt(Range range) {
        LineIndex lines = new LineIndex(text);
        return text.substring(lines.offset(range.getStart()), lines.offset(range.getEnd()));
    }

    private Position start(String piece) {
        assertThat(text).contains(piece);
        return new LineIndex(text).position(text.indexOf(piece));
    }

    private Position end(String piece) {
        assertThat(text).contains(piece);
        return new LineIndex(text).position(text.indexOf(piece) + piece.length());
    }

    private static TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(URI);
    }

    private static <T> T get(CompletableFuture<T> answer) throws Exception {
        return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams found) {
        diagnostics.add(found);
    }

    @Override
    public void telemetryEvent(Object event) {
        throw new UnsupportedOperationException("telemetry");
    }

    @Override
    public void showMessage(MessageParams message) {
        throw new UnsupportedOperationException(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
        throw new UnsupportedOperationException(request.getMessage());
    }

    @Override
    public void logMessage(MessageParams message) {
        throw new UnsupportedOperationException(message.getMessage());
    }

    @Override
    public void close() throws IOException {
        toServer.close();
        toEditor.close();
        threads.shutdownNow();
        engine.close();
    }
}
