// What only the page of the API says.

import type { Locale } from '../../../domain/localized.ts';

interface ApiWords {
  readonly title: string;
  readonly document: string;
  readonly parameters: string;
  readonly body: string;
  readonly example: string;
  readonly answers: string;
  readonly shapes: string;
  readonly field: string;
  readonly type: string;
  readonly meaning: string;
  readonly status: string;
  readonly shape: string;
  readonly required: string;
}

const WORDS: Readonly<Record<Locale, ApiWords>> = {
  zh: {
    title: '程序接口',
    document: 'OpenAPI 3.1 文件',
    parameters: '参数',
    body: '请求内容',
    example: '例子',
    answers: '回答',
    shapes: '数据结构',
    field: '字段',
    type: '类型',
    meaning: '含义',
    status: '状态码',
    shape: '内容',
    required: '必填',
  },
  en: {
    title: 'API',
    document: 'OpenAPI 3.1 document',
    parameters: 'Parameters',
    body: 'Request body',
    example: 'Example',
    answers: 'Answers',
    shapes: 'Shapes',
    field: 'Field',
    type: 'Type',
    meaning: 'Meaning',
    status: 'Status',
    shape: 'Body',
    required: 'required',
  },
};

export function apiWordsOf(locale: Locale): ApiWords {
  return WORDS[locale];
}
