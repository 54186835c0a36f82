package dev.clew.match.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodesTest {

    private static final Codes SHIPPED = shipped();

    private static Codes shipped() {
        try {
            return Codes.read(
                    Path.of(System.getProperty("clew.root", ""), "patterns/vocabulary/codes.tsv"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theShippedTableHasNoFault() {
        assertThat(SHIPPED.faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CodeFamily.class)
    void theShippedTableHasCodesOfEachFamily(CodeFamily family) {
        assertThat(SHIPPED.of(family)).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    xx drop (FIB lookup failed, 8) flow 0x0 to endpoint 0 | FIB lookup code 8
                    xx drop (Stale or unroutable IP) flow 0x0 to endpoint 0 | drop reason Stale or unroutable IP
                    "drop_reason_desc":"SERVICE_BACKEND_NOT_FOUND" | drop reason SERVICE_BACKEND_NOT_FOUND
                    "GET /orders HTTP/1.1" 503 UF,URX "-" 0 91 | Envoy flag UF
                    {"response_code":503,"response_flags":"UH"} | Envoy flag UH
                    rpc error: code = Unavailable desc = closing | gRPC code Unavailable
                    grpc-status: 14 | gRPC code 14
                    io.grpc.StatusRuntimeException StatusCode.DEADLINE_EXCEEDED | gRPC code DEADLINE_EXCEEDED
                    OSError: [Errno 28] No space | errno 28
                    Connection refused (os error 111) | errno 111
                    Error: connect ECONNREFUSED 10.0.0.1:80 | errno ECONNREFUSED
                    kubelet.service: Failed with result 'start-limit-hit'. | systemd result start-limit-hit
                    Main process exited, code=exited, status=203/EXEC | systemd result 203/EXEC
                    hcs::CreateComputeSystem web: 0xC0370101 | Windows status 0xC0370101
                    {"Success":false,"ErrorCode":2151350288} | Windows status 2151350288
                    etcdserver: mvcc: database space exceeded | “mvcc: database space exceeded”
                    "GET / HTTP/1.1" 502 150 | HTTP status 502
                    Get https://x: unexpected status code: 503 | HTTP status 503
                    Warning UnexpectedAdmissionError 73s kubelet | reason UnexpectedAdmissionError
                    0/3 nodes are available: 3 Insufficient memory. | “Insufficient memory.”
                    """)
    void readsACodeWhereItStands(String text, String code) {
        assertThat(SHIPPED.in(text, Environment.UNKNOWN))
                .first()
                .satisfies(meaning -> {
                    assertThat(meaning.code()).isEqualTo(code);
                    assertThat(meaning.meaning()).isNotBlank();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    listening on 0.0.0.0:503
                    took 404 ms
                    ENVIRONMENT and EVERYTHING ELSE
                    level=info msg="Started" status=200
                    address 0xc000b7a5f0 of a Go pointer
                    """)
    void takesNothingElseForACode(String text) {
        assertThat(SHIPPED.in(text, Environment.UNKNOWN)).isEmpty();
    }

    @Test
    void goesByTheVersion(@TempDir Path folder) throws IOException {
        Path table = folder.resolve(Codes.FILE);
        Files.writeString(table, "fib\t9\tcilium >=1.16\tnew\nfib\t9\tcilium <1.16\told\n");
        Codes codes = Codes.read(table);
        assertThat(codes.faults()).isEmpty();
        Environment old = new Environment(Map.of("cilium", "1.14.2"));
        assertThat(codes.in("FIB lookup failed, 9", old).getFirst().meaning()).isEqualTo("old");
    }

    @Test
    void tellsRowsThatCanNotBeUsed(@TempDir Path folder) throws IOException {
        Path table = folder.resolve(Codes.FILE);
        Files.writeString(
                table,
                "fib\t9\tone too few\nnone\t9\t\twords\nfib\t9\tsoon\twords\nfib\t8\t\ta\nfib\t8\t\tb\n");
        assertThat(Codes.read(table).faults())
                .extracting(Codes.Fault::line)
                .containsExactly(1, 2, 3, 5);
    }

    @Test
    void readsNoMoreThanThree() {
        String text = "errno 1 errno 2 errno 12 errno 28 errno 111";
        assertThat(SHIPPED.in(text, Environment.UNKNOWN)).hasSize(3);
    }
}
