package dev.clew.serve.http;

import dev.clew.serve.Analyses;
import dev.clew.serve.Knowledge;
import dev.clew.serve.mcp.Agents;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// The server: an API for programs, tools for agents, a page for people.
public final class WebServer implements AutoCloseable {

    private static final int LONGEST_HEADERS = 8 << 10;
    private static final int MOST_CONNECTIONS = 512;
    private static final long IDLE_MILLIS = 30_000;
    private static final int MOST_THREADS = 16;

    private final Server server;
    private final ServerConnector connector;
    private final Jobs jobs;
    private final @Nullable Live live;

    private WebServer(Server server, ServerConnector connector, Jobs jobs, @Nullable Live live) {
        this.server = server;
        this.connector = connector;
        this.jobs = jobs;
        this.live = live;
    }

    /// Begins to serve.
    ///
    /// @throws IOException if the address can't be had or the folder can't be used
    public static WebServer start(Settings settings, Knowledge knowledge) throws IOException {
        Analyses analyses = new Analyses(knowledge);
        Jobs jobs = new Jobs(settings.data(), analyses, knowledge.version());
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        ServerConnector connector =
                new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(
                new org.eclipse.jetty.server.NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setErrorHandler(WebServer::tell);
        Agents agents = new Agents(knowledge, analyses, settings.roots(), settings.live());
        Live live = settings.live() ? new Live(jobs, knowledge.version()) : null;
        server.setHandler(context(settings, knowledge, jobs, live, agents));
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            stop(server);
            throw e;
        } catch (Exception e) {
            stop(server);
            throw new IOException(e);
        }
        return new WebServer(server, connector, jobs, live);
    }

    private static ServletContextHandler context(
            Settings settings, Knowledge knowledge, Jobs jobs, @Nullable Live live, Agents agents)
            throws IOException {
        ServletContextHandler context =
                new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(WebServer::tell);
        Metrics metrics = new Metrics();
        FilterHolder guard = new FilterHolder(new Guard(settings, metrics));
        guard.setAsyncSupported(true);
        context.addFilter(guard, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder api = new ServletHolder(new Api(knowledge, jobs, live));
        Path parts = Files.createDirectories(settings.data().resolve("parts.part"));
        api.getRegistration()
                .setMultipartConfig(
                        new MultipartConfigElement(
                                parts.toString(), Jobs.MOST_BYTES, Jobs.MOST_BYTES, 0));
        context.addServlet(api, "/api/v1/*");
        ServletHolder mcp = new ServletHolder(agents.servlet("/mcp"));
        mcp.setAsyncSupported(true);
        context.addServlet(mcp, "/mcp");
        context.addServlet(new ServletHolder(new Site(metrics, jobs)), "/*");
        return context;
    }

    /// Errors of the server itself, such as a request that is none.
    private static boolean tell(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        String title = String.valueOf(org.eclipse.jetty.http.HttpStatus.getMessage(status));
        Content.Sink.write(response, true, Answers.problem(status, title, title), callback);
        return true;
    }

    /// Begins to analyse a file or folder of this machine, where it lies.
    public void add(Path path) throws IOException {
        jobs.add(path);
    }

    /// The port it listens on.
    public int port() {
        return connector.getLocalPort();
    }

    /// Deletes what was kept in a folder, and the folder.
    public static void clear(Path data) {
        Jobs.delete(data);
    }

    @Override
    public void close() {
        if (live != null) {
            live.close();
        }
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
