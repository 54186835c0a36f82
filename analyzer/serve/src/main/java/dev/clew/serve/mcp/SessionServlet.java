package dev.clew.serve.mcp;

import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Tells whose message is being read, then lets the SDK's servlet serve.
final class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient HttpServlet servlet;

    SessionServlet(HttpServlet servlet) {
        this.servlet = servlet;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String session = String.valueOf(request.getHeader(HttpHeaders.MCP_SESSION_ID));
        try {
            ScopedValue.where(Calls.SESSION, session)
                    .call(() -> {
                        servlet.service(request, response);
                        return session;
                    });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Override
    public void destroy() {
        servlet.destroy();
    }
}
