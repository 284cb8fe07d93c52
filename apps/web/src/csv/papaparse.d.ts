declare module 'papaparse/papaparse.js' {
  import Papa from 'papaparse';
  export default Papa;
}
