/** The API page: a viewer from our own origin over our own document; nothing is fetched from anywhere else. */
export const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>反诈合规审计 接口文档 · Fanzha Audit API</title>
</head>
<body>
<noscript>此页需要脚本；接口文档本身在 <a href="/v1/openapi.json">/v1/openapi.json</a>。
This page needs scripts; the document itself is at <a href="/v1/openapi.json">/v1/openapi.json</a>.</noscript>
<div id="api-reference" data-url="/v1/openapi.json"
  data-configuration='{"withDefaultFonts":false,"telemetry":false,"hideClientButton":true,"showDeveloperTools":"never","agent":{"disabled":true},"mcp":{"disabled":true}}'></div>
<script src="/docs/viewer.js"></script>
</body>
</html>
`;

/** The viewer writes its styles into the page and draws icons from data; scripts and connections are ours alone. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
